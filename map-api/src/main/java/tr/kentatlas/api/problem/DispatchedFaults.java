package tr.kentatlas.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what failed outside a controller; the answer is the one all problems get. */
@Controller
class DispatchedFaults implements ErrorController {
    private final FaultText text;

    DispatchedFaults(FaultText text) {
        this.text = text;
    }

    @RequestMapping("/error")
    void fault(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(code instanceof Integer number)) throw Problem.notFound("There is nothing at this address.");
        throw Problem.ofStatus(HttpStatus.valueOf(number), text.detail(number, Locale.ENGLISH));
    }
}
