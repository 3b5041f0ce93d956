package org.evenkeel.clinic.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.ClientAbortException;
import org.evenkeel.clinic.access.MachineDoor;
import org.evenkeel.clinic.access.MachineRefused;
import org.evenkeel.clinic.access.NotThere;
import org.evenkeel.clinic.audit.SentOtherwise;
import org.evenkeel.clinic.web.Notice;
import org.evenkeel.clinic.web.Page;
import org.evenkeel.clinic.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What people see when something cannot be answered. Nothing of the cause is shown or logged that
/// could name a patient: the type of the failure has to do.
@ControllerAdvice
class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /// A missing thing and one a person may not see answer alike; so does a form's address that
    /// is looked at.
    @ExceptionHandler({
        NotThere.class,
        HttpRequestMethodNotSupportedException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    View notThere(HttpServletRequest request) {
        return answer(
                request,
                new Notice("There is nothing here", "Check the address, or go back to the start."),
                HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    View tooLarge(HttpServletRequest request) {
        return answer(
                request,
                new Notice(
                        "This file is too large",
                        "Nothing was saved. A file may have up to 20 MB; please send it in parts."),
                HttpStatus.CONTENT_TOO_LARGE);
    }

    /// A field is missing, or holds what no page of ours would send.
    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        BindException.class,
        RequestRejectedException.class
    })
    View incomplete(HttpServletRequest request) {
        return answer(
                request,
                new Notice(
                        "Something was missing or unreadable",
                        "The form did not come as it was sent out. Nothing was saved."),
                HttpStatus.BAD_REQUEST);
    }

    /// Nothing is shown of either: what was saved stands in the record.
    @ExceptionHandler(SentOtherwise.class)
    View sentOtherwise(HttpServletRequest request) {
        return answer(
                request,
                new Notice(
                        "This form was saved before with other entries",
                        "Nothing of this was saved. Look at the record, where what was saved"
                                + " stands; if it is not right, change it there, or open the form"
                                + " afresh."),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// The connection may break after the database has saved and before it could say so, hence the
    /// careful words; the form's key makes saving again harmless.
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    View noDatabase(RuntimeException failure, HttpServletRequest request) {
        LOG.error("the database did not answer: {}", failure.getClass().getSimpleName());
        return answer(
                request,
                new Notice(
                        "The database did not answer",
                        "We cannot confirm that this was saved. Go back and save again in a moment:"
                                + " what was saved already is not stored twice, and nothing is ever"
                                + " saved by halves."),
                HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler(MachineRefused.class)
    View machineRefused(MachineRefused refused) {
        return Problem.of(
                HttpStatus.valueOf(refused.status()),
                new Notice("This program is not let in", refused.words()));
    }

    /// Somebody closed the page before it came. There is nobody left to answer.
    @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
    void gone(HttpServletResponse response) {
        LOG.debug("the browser went away before status {}", response.getStatus());
    }

    @ExceptionHandler(Exception.class)
    View unexpected(Exception failure, HttpServletRequest request) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error(
                "unexpected {} at {}",
                failure.getClass().getName(),
                trace.length == 0 ? "an unknown place" : trace[0]);
        return answer(
                request,
                new Notice("Something went wrong", "Nothing was saved. Please try again."),
                HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /// A page for people, JSON for programs.
    private static View answer(HttpServletRequest request, Notice notice, HttpStatus status) {
        return MachineDoor.token(request).isPresent()
                ? Problem.of(status, notice)
                : new Page("web/notice", notice, status);
    }
}
