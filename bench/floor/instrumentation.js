// Without one of its own, Next takes the instrumentation of the folder above, which is Timewait's.
export function register() {}
