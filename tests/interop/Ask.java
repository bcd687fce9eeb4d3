import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.RDFDataMgr;

/** Files of a graph and of questions in, the answers on stdout as a JSON list of SPARQL Query Results, by Jena's ARQ. */
public class Ask {
    public static void main(String[] files) throws Exception {
        var graph = RDFDataMgr.loadModel(files[0]);
        var answers = new StringBuilder();
        for (int i = 1; i < files.length; i++) {
            var answer = new ByteArrayOutputStream();
            try (var asked = QueryExecutionFactory.create(Files.readString(Path.of(files[i])), graph)) {
                ResultSetFormatter.outputAsJSON(answer, asked.execSelect());
            }
            answers.append(i == 1 ? "[" : ",").append(answer.toString(StandardCharsets.UTF_8));
        }
        System.out.write(answers.append("]").toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}
