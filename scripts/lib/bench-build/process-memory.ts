import { readdirSync, readFileSync } from 'node:fs';
import { freemem } from 'node:os';

/** Memory of one process, in bytes. */
export interface ProcessMemory {
  /** The largest resident set it ever had. */
  readonly peak: number;
  /** What is resident at this moment. */
  readonly resident: number;
}

/**
 * The session a process belongs to, from its /proc/<pid>/stat; null = it cannot be told. The name of a
 * process stands in brackets and may itself contain brackets and blanks.
 */
export function parseSession(stat: string): number | null {
  const [, , , session] = stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(' ');
  return session !== undefined && /^\d+$/u.test(session) ? Number(session) : null;
}

/** The memory a process takes, from its /proc/<pid>/status; null = it has none left. */
export function parseMemory(status: string): ProcessMemory | null {
  const kibibytes = (name: string): number | null => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1];
    return found === undefined ? null : Number(found) * 1024;
  };
  const peak = kibibytes('VmHWM');
  const resident = kibibytes('VmRSS');
  return peak === null || resident === null ? null : { peak, resident };
}

/** Memory of every process of a session; empty on systems without /proc. */
export function readSessionMemory(session: number): ProcessMemory[] {
  return listProcesses().flatMap((pid) => {
    try {
      if (parseSession(readFileSync(`/proc/${pid}/stat`, 'latin1')) !== session) return [];
      return parseMemory(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    } catch {
      // It ended since it was listed.
      return [];
    }
  });
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

/** Bytes of memory that processes can have without others giving any up. */
export function freeMemory(): number {
  try {
    const found = /^MemAvailable:\s+(\d+) kB$/mu.exec(readFileSync('/proc/meminfo', 'latin1'))?.[1];
    if (found !== undefined) return Number(found) * 1024;
  } catch {
    // Not Linux.
  }
  return freemem();
}
