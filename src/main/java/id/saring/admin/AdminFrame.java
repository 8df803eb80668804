package id.saring.admin;

import id.saring.moderation.Frame;
import id.saring.moderation.MenuEntry;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** The frame of the pages of staff, around the pages of this package. */
@ControllerAdvice(basePackageClasses = AdminFrame.class)
final class AdminFrame extends Frame {
    AdminFrame(List<MenuEntry> menu, MessageSource messages) {
        super(menu, messages);
    }
}
