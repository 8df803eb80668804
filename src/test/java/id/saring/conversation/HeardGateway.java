package id.saring.conversation;

import id.saring.chat.ChatAddress;
import id.saring.chat.Gateway;
import id.saring.chat.OutgoingMessage;
import id.saring.chat.SendResult;
import id.saring.core.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A platform in memory that takes everything. */
final class HeardGateway implements Gateway {
    final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
    private final Channel channel;
    volatile boolean outsideWindow = true;
    volatile boolean unreachable;

    HeardGateway(Channel channel) {
        this.channel = channel;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean sendsOutsideWindow() {
        return outsideWindow;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        if (unreachable) {
            return new SendResult.Unreachable("131047 too late");
        }
        sent.add(message);
        return new SendResult.Sent("p" + sent.size());
    }

    List<String> to(ChatAddress chat) {
        return sent.stream().filter(m -> m.to().equals(chat)).map(m -> m.text().plainText()).toList();
    }
}
