package id.saring.site;

import id.saring.http.Imprint;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What programs can ask, as an OpenAPI document and as a page to read and to try it. */
@Controller
final class ApiPages {
    private final Imprint imprint;
    private final SiteSettings settings;
    private final ObjectProvider<ApiDocument> api;

    ApiPages(Imprint imprint, SiteSettings settings, ObjectProvider<ApiDocument> api) {
        this.imprint = imprint;
        this.settings = settings;
        this.api = api;
    }

    @CrossOrigin
    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JsonNode> openApi(HttpServletRequest request) {
        ObjectNode document = api.getObject().copy();
        document.putArray("servers").addObject().put("url", imprint.seenBy(request).at("/"));
        ((ObjectNode) document.path("info")).putObject("license").put("name", "Open data")
                .put("url", imprint.licence());
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(document);
    }

    @GetMapping("/api")
    String page(HttpServletRequest request, Model model) {
        Imprint seen = imprint.seenBy(request);
        model.addAttribute("site", settings);
        model.addAttribute("imprint", seen);
        model.addAttribute("canonical", seen.at("/api"));
        model.addAttribute("groups", api.getObject().groups());
        return "api";
    }
}
