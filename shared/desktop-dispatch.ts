import { AppError } from './app-error.ts'
import { type DesktopCall, type DesktopHandlers, desktopApi, type Envelope } from './desktop-api.ts'

const isCall = (name: string): name is DesktopCall => Object.hasOwn(desktopApi, name)

const chainOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${chainOf(error.cause)}`
}

const failure = (code: AppError['code'], params: AppError['params'], detail: string): Envelope => ({
  ok: false,
  error: { code, params, detail },
})

/** The issues of a failed parse without the values, so that no customer's data reaches a log. */
const shapeOf = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
  issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join('; ')

/**
 * Answers one call from the window: parses the input, calls the handler, parses the output. Never throws. An `AppError`
 * keeps its code; anything else becomes `internal` and is given to `log` with its stack.
 */
export const dispatch = async (
  handlers: DesktopHandlers,
  name: string,
  input: unknown,
  log: (line: string) => void,
): Promise<Envelope> => {
  if (!isCall(name)) return failure('invalidInput', {}, `no call named ${name.slice(0, 100)}`)
  try {
    const parsed = desktopApi[name].input.safeParse(input)
    if (!parsed.success) return failure('invalidInput', {}, `${name}: ${shapeOf(parsed.error.issues)}`)
    // The one cast of the boundary: the compiler can't see that handler and parsed input belong to the same call.
    const handler = handlers[name] as (input: unknown) => Promise<unknown>
    const output = desktopApi[name].output.safeParse(await handler(parsed.data))
    if (output.success) return { ok: true, value: output.data }
    const detail = `${name} answered wrongly: ${shapeOf(output.error.issues)}`
    log(detail)
    return failure('internal', {}, detail)
  } catch (error) {
    if (error instanceof AppError) return failure(error.code, error.params, chainOf(error))
    log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return failure('internal', {}, chainOf(error))
  }
}
