export function missingTools(): readonly string[];
export function startKafka(): Promise<{ readonly brokers: readonly string[] }>;
export function stopKafka(): Promise<void>;
