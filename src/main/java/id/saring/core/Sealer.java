package id.saring.core;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must lie on disk but not be read there (addresses, waiting messages): AES-256-GCM with a random nonce.
 */
public final class Sealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** As many as were ever needed at once: to look one up costs several times what sealing a message does. */
    private final Queue<Cipher> idle = new ConcurrentLinkedQueue<>();

    public Sealer(Secret secret) {
        this.key = new SecretKeySpec(secret.derive("seal"), "AES");
    }

    public byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, 0, plain.length);
        byte[] result = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, result, NONCE_BYTES, sealed.length);
        return result;
    }

    /** @throws IllegalArgumentException if it was sealed under another secret or has been altered */
    public byte[] open(byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalArgumentException("Too short to be sealed");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int offset, int length) {
        try {
            Cipher free = idle.poll();
            Cipher cipher = free == null ? Cipher.getInstance("AES/GCM/NoPadding") : free;
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] result = cipher.doFinal(input, offset, length);
            idle.offer(cipher);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Cannot be opened with this installation's SARING_SECRET", e);
        }
    }
}
