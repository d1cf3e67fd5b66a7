import type { AttemptId } from '#core/kernel/ids.ts'
import type { Result } from '#core/kernel/result.ts'
import type { Backup, BackupFault, BackupRefusal, StoredAttempt } from './archive.ts'
import type { ProgressRepository } from './repository.ts'

/** What the progress on a device has to tell a page that uses it. */
export interface ProgressWatch {
  /** A newer build wants the data: write what is not written yet. Null when there is nothing. */
  readonly beforeClosing: () => Promise<unknown> | null
  /** A newer build has the data now; nothing can be written here any more. */
  readonly onBlockedByNewer: () => void
  /** An older tab keeps the data, and was asked to let go. */
  readonly onBlocked: () => void
  readonly onUnblocked: () => void
}

/** One tab's part in a sitting that other tabs may have open too. */
export interface SittingClaim {
  /** Becomes the one that writes; the other tab is asked to write what it has, and is overruled if it does not answer. */
  takeOver(): void
  /** Leaves the sitting. */
  release(): void
}

/** How a claim stands. */
export interface ClaimWatch {
  /** This tab may write: nobody else does, or whoever did has gone. */
  readonly onWriter: () => void
  /** Another tab writes. */
  readonly onFollower: () => void
  /** Another tab wants to write: what is not written yet must be, then it is let. */
  readonly beforeYielding: () => Promise<unknown>
  /** The tab that writes has stored something. */
  readonly onSaved: () => void
  /** Another tab has stored something of another attempt. */
  readonly onOther: (attempt: AttemptId) => void
}

/** The tabs of one browser, which share what is stored. */
export interface SittingTabs {
  claim(attempt: AttemptId, watch: ClaimWatch): SittingClaim
  /** Tells the other tabs that something of an attempt was stored. */
  announce(attempt: AttemptId): void
}

/** Somebody who uses this device; the id names what is kept apart. */
export interface Reader {
  /** Empty for the first one, who needs no name while there is nobody else. */
  readonly id: string
  readonly name: string
}

/** Who uses this device. */
export interface Readers {
  readonly current: string
  readonly all: readonly Reader[]
}

/** What keeps the readers of one device apart. */
export interface ReaderStorage {
  read(): Readers
  /** False when the device does not keep it. */
  write(readers: Readers): boolean
  /** Calls back when another tab has changed who uses the device. */
  watch(onChange: () => void): void
}

/** How this device keeps data, as far as the browser says. */
export interface DeviceFacts {
  /** Whether the browser has promised not to clear the data by itself. */
  readonly isPersistent: boolean
  /** Bytes of what the reader has, an estimate; null where the browser does not say. */
  readonly usedBytes: number | null
}

/** What a device has to offer beside its database. */
export interface DeviceServices {
  /** Null where a browser cannot tell tabs apart. */
  openTabs(): Promise<SittingTabs | null>
  readonly readers: ReaderStorage
  /** Remembers outside the database that the reader at hand has data in it. */
  readonly marker: { isSet(): boolean; set(): void; remove(): void }
  facts(): Promise<DeviceFacts>
  writeBackup(
    repository: Pick<ProgressRepository, 'archive' | 'openShelf'>,
    unsaved: readonly StoredAttempt[],
  ): Promise<Result<Blob, BackupFault>>
  readBackup(file: Blob): Promise<Result<Backup, BackupRefusal>>
  /** Hands a file to the browser, which keeps it where it keeps files. */
  saveFile(name: string, file: Blob): void
  /** Loads the page anew; `library` shows the first page. */
  reload(where?: 'library'): void
}
