package org.evenkeel.clinic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between the clinic and its database, and breaks the link in the ways that links break.
final class FaultProxy implements AutoCloseable {
    /// What is lost of a transaction whose answer is lost.
    private static final String WRITES = "insert into prom.response";

    /// How the database says that it has ended; the question itself is prepared and has no words.
    private static final String ENDED = "COMMIT";
    private static final int CHUNK = 1 << 16;

    private final int server;
    private final ServerSocket entrance;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;
    private final AtomicInteger lost = new AtomicInteger();

    /// How the link is.
    enum Fault {
        NONE,
        /// nothing comes through and nobody is told so
        SILENT,
        /// open links break, new ones are refused
        CUT,
        /// the database carries out what it is told, and the link breaks before it can say so
        ANSWER_LOST
    }

    /// Listens on a free port.
    ///
    /// @param server port of the database on this machine
    FaultProxy(int server) {
        this.server = server;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /// How many answers were lost so far.
    int lost() {
        return lost.get();
    }

    /// From now on the link is like this.
    void become(Fault next) {
        fault = next;
        if (next == Fault.CUT || next == Fault.NONE) {
            // A link that kept silent has lost bytes: it cannot go on as if it had not.
            links.forEach(Link::close);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (fault == Fault.CUT) {
                    client.close();
                } else {
                    join(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket database = new Socket();
        database.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), 3_000);
        Link link = new Link(client, database);
        links.add(link);
        Thread.ofVirtual().start(() -> link.carry(client, database, true));
        Thread.ofVirtual().start(() -> link.carry(database, client, false));
    }

    private final class Link {
        private final Socket client;
        private final Socket database;
        private volatile boolean writes;

        Link(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void carry(Socket from, Socket to, boolean isAsked) {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    String text = new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
                    if (isAsked) {
                        writes |= text.contains(WRITES);
                    } else if (writes && text.contains(ENDED)) {
                        writes = false;
                        if (fault == Fault.ANSWER_LOST) {
                            lost.incrementAndGet();
                            break;
                        }
                    }
                    if (fault != Fault.SILENT) {
                        out.write(chunk, 0, read);
                        out.flush();
                    }
                }
            } catch (IOException broken) {
                // Either end has gone, or we broke it: then both ends learn of it.
            }
            close();
        }

        void close() {
            links.remove(this);
            try (client;
                    database) {
                writes = false;
            } catch (IOException gone) {
                writes = false;
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        links.forEach(Link::close);
    }
}
