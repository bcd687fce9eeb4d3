"""The graphs to load, and the programs that load them; what is not installed is skipped with a reason."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from odd import odd_quads
from sameness import Sample, saved
from servers import VIRTUOSO, Run, Virtuoso, free_port, program, running
from spacy.language import Language

from kg.graph import graph_of
from kg.pipeline import assemble, run
from kg.vocabulary import Gazetteer

ROOT = Path(__file__).parent.parent.parent
NODE = ROOT / "build" / "node" / "node_modules"
JAVA = Path("/usr/share/java")
XERCES = "org/apache/jena/ext/xerces/"


@pytest.fixture(scope="session")
def seeds(english: Language, gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The graph of the articles in ``seeds/``."""
    graph = assemble(run([str(ROOT / "seeds")], english, gazetteer)).graph()
    return saved(graph, tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The graph of an article that is hard to write down."""
    return saved(graph_of(odd_quads()), tmp_path_factory.mktemp("odd"))


@pytest.fixture(scope="session", params=["seeds", "odd"])
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each of both graphs."""
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a class of Apache Jena, or a source file that uses it. Debian's build carries the classes but no scripts."""
    java = program("java", "Debian's default-jre-headless")
    if not (JAVA / "jena-cmds.jar").is_file():
        pytest.skip("Jena is not installed (Debian's libapache-jena-java)")
    # Of the loggers only one may be there.
    jars = [jar for jar in sorted(JAVA.glob("*.jar")) if "slf4j" not in jar.name]
    path = [_messages(tmp_path_factory.mktemp("messages")), *jars, JAVA / "slf4j-api.jar", JAVA / "slf4j-nop.jar"]
    environment = {**os.environ, "CLASSPATH": os.pathsep.join(map(str, path))}

    def run_class(name: str | Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        command = [java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", *map(str, (name, *arguments))]
        return subprocess.run(command, env=environment, capture_output=True, timeout=60)

    return run_class


def _messages(folder: Path) -> Path:
    """Debian's jar has Xerces' classes moved and their messages not: the folder has these where the classes look."""
    with zipfile.ZipFile(JAVA / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(XERCES) and name.endswith(".properties"):
                path = folder / "xerces" / name.removeprefix(XERCES)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jar.read(name))
    return folder


@pytest.fixture(scope="session")
def node() -> Run:
    """Runs a script of this folder in Node.js with the packages that ``.ci/run`` puts into build/node."""
    program_path = program("node", "Node.js")
    if not (NODE / "n3").is_dir() or not (NODE / "@comunica" / "query-sparql-file").is_dir():
        pytest.skip("N3.js and Comunica are not in build/node (.ci/run installs them)")

    def run_script(name: str, *arguments: str, text: bytes) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [program_path, Path(__file__).parent / name, *arguments],
            env={**os.environ, "NODE_PATH": str(NODE)},
            input=text,
            capture_output=True,
            timeout=120,
        )

    return run_script


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """An Oxigraph server in memory whose queries see all graphs as one."""
    port = free_port()
    command = [program("oxigraph", "pip's oxigraph"), "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with (
        running(command, tmp_path_factory.mktemp("oxigraph"), port),
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client,
    ):
        yield client


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    """A Virtuoso server with an empty database, which may read the files of the tests."""
    server, isql = (program(name, "Debian's virtuoso-opensource") for name in ("virtuoso-t", "isql-vt"))
    folder, sql, http = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    ini = VIRTUOSO.format(sql=sql, http=http, files=tmp_path_factory.getbasetemp())
    (folder / "virtuoso.ini").write_text(ini)
    with (
        running([server, "+foreground", "+configfile", "virtuoso.ini"], folder, http),
        httpx.Client(base_url=f"http://127.0.0.1:{http}", auth=httpx.DigestAuth("dba", "dba"), timeout=60) as client,
    ):
        yield Virtuoso(isql, sql, client)
