import type { AttemptId } from '#core/kernel/ids.ts'
import type { DeviceServices, SittingClaim } from '#core/progress/device.ts'

/** A place among tabs where there are none to be told apart. */
const ALONE: SittingClaim = { takeOver: () => undefined, release: () => undefined }

/** Makes this tab the one that writes an attempt, until it releases it; null when another tab does, which is left to it. */
export async function claimAlone(
  device: Pick<DeviceServices, 'openTabs'> | undefined,
  attempt: AttemptId,
): Promise<SittingClaim | null> {
  const tabs = await device?.openTabs()
  if (!tabs) return ALONE
  let claim = ALONE
  const isOurs = await new Promise<boolean>((resolve) => {
    claim = tabs.claim(attempt, {
      onWriter: () => resolve(true),
      onFollower: () => resolve(false),
      beforeYielding: () => Promise.resolve(),
      onSaved: () => undefined,
      onOther: () => undefined,
    })
  })
  if (isOurs) return claim
  claim.release()
  return null
}
