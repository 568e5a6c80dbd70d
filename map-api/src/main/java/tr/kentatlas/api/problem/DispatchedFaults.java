package tr.kentatlas.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tr.kentatlas.api.http.Open;

/** Where the servlet container sends what failed outside a controller; the answer is the one all problems get. */
@Controller
@Open
class DispatchedFaults implements ErrorController {
    @RequestMapping("/error")
    void fault(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(code instanceof Integer number)) throw Problem.notFound(Wording.of("request.nothing"));
        throw Problem.ofStatus(HttpStatus.valueOf(number), FaultText.wording(number));
    }
}
