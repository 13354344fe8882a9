import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createPictures } from '../../src/pictures/pictures.js';

const usual = 1_000;
const together = 8;

/** Memory and the event loop while as many different maps are drawn as a busy day brings. */
export async function benchPictures([drawn = usual]: readonly number[]): Promise<string> {
	const pictures = createPictures();
	await pictures.warm();
	const before = process.memoryUsage.rss();
	const delays = monitorEventLoopDelay({ resolution: 5 });
	delays.enable();
	const start = performance.now();
	let most = before;
	for (let number = 0; number < drawn; number += together) {
		const some = Array.from({ length: together }, (_, index) => pictures.map(mapOf(number + index)));
		await Promise.all(some);
		most = Math.max(most, process.memoryUsage.rss());
	}
	const seconds = (performance.now() - start) / 1_000;
	delays.disable();
	const after = process.memoryUsage.rss();
	await pictures.close();
	const more = (bytes: number) => `${((bytes - before) / 1_000_000).toFixed(0)} MB more`;
	return [
		`Pictures: ${drawn} different maps, ${together} at a time, in ${seconds.toFixed(0)} s`,
		`  memory at most ${more(most)}, at the end ${more(after)}; the event loop held ${(delays.max / 1e6).toFixed(0)} ms at most`,
	].join('\n');
}

function mapOf(number: number) {
	const place = (name: string, by: number) => ({
		name,
		lat: ((number * 7 + by * 11) % 120) - 60,
		lon: ((number * 13 + by * 17) % 340) - 170,
		radiusKm: by * 100,
		kind: 'main' as const,
	});
	return { title: `Exercise ${number}`, places: [place(`Area ${number}`, 1), place('Port', 0)], countries: ['RUS', 'CHN'] };
}
