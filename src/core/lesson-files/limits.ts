/** No lesson comes near it; what is larger is refused before any of it is read. Bytes. */
export const MAX_PARCEL_BYTES = 50_000_000

/** What a zip may unpack to, over all its files that are read. Bytes. */
export const MAX_UNPACKED_BYTES = 60_000_000

/** Files of one folder or zip, whatever they are. */
export const MAX_FILES = 1000
