/* Browsers start no worker for a page that was opened from disk. There, the script of the search runs in a hidden frame
   instead. Whoever asks sees a Worker: postMessage, and events of the kind "message". */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.srcdoc = "";
      this.inner = new Promise((resolve) => {
        frame.addEventListener("load", () => {
          const inner = frame.contentWindow;
          const load = (address) => new Promise((loaded, failed) => {
            const script = inner.document.createElement("script");
            script.src = new URL(address, location);
            script.onload = loaded;
            script.onerror = failed;
            inner.document.head.append(script);
          });
          inner.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
          inner.importScripts = (...addresses) =>
            addresses.reduce((before, address) => before.then(() => load(address)), Promise.resolve());
          load(url).then(() => resolve(inner));
        }, { once: true });
      });
      document.body.append(frame);
    }

    postMessage(data) {
      this.inner.then((inner) => inner.dispatchEvent(new inner.MessageEvent("message", { data })));
    }
  };
}
