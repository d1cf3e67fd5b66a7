/** A few bytes can stand for a thousand times as many: so much goes in before what came out is counted. Bytes. */
const STEP = 8192

/** Unpacks raw deflate in small steps. Whoever stops asking stops the work; rejects at damaged data. */
export async function* inflate(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  const feeding = feed(writer, packed)
  feeding.catch(() => undefined) // the reader is told too
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield value
    }
    await feeding
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** The writer takes no more than the reader asks for. */
async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array): Promise<void> {
  for (let at = 0; at < packed.length; at += STEP) {
    await writer.ready
    await writer.write(packed.slice(at, at + STEP))
  }
  await writer.close()
}
