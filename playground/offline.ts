/** Keeps the page for use without a network; a browser that does not let it works on with one. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('./service_worker.js').catch(() => {})
  })
}
