import type { FaultyDevice } from './faulty-indexeddb.ts'

const STORES = ['events', 'attempts', 'outcomes', 'set-aside'] as const

/** Everything that a device holds, past the repository. */
export async function recordsIn(device: FaultyDevice): Promise<Record<(typeof STORES)[number], unknown[]>> {
  if ((await device.factory.databases()).length === 0)
    return { events: [], attempts: [], outcomes: [], 'set-aside': [] }
  const request = device.factory.open('proofline')
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const transaction = request.result.transaction(STORES)
  const [events, attempts, outcomes, setAside] = STORES.map((store) =>
    transaction.objectStore(store).getAll(),
  )
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  request.result.close()
  return {
    events: events?.result ?? [],
    attempts: attempts?.result ?? [],
    outcomes: outcomes?.result ?? [],
    'set-aside': setAside?.result ?? [],
  }
}

/** Puts records past the repository, as a fault of the disk would leave them. */
export async function plant(
  device: FaultyDevice,
  store: 'events' | 'attempts' | 'outcomes',
  ...records: readonly unknown[]
): Promise<void> {
  const transaction = device.connection.transaction(store, 'readwrite')
  for (const record of records) transaction.objectStore(store).put(record)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
}
