import { parentPort, workerData } from 'node:worker_threads'
import { createGlance, type Sought } from './glance.ts'
import { type Piece, takePiece } from './scan.ts'

// It is started by Scan alone, which gives it this.
const glance = createGlance(workerData as Sought)

parentPort?.on('message', (piece: Piece | null) => {
  if (piece) takePiece(piece, glance)
  else parentPort?.close()
})
