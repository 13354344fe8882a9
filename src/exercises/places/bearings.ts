const bearings: Readonly<Record<string, number>> = {
	north: 0,
	northeast: 45,
	east: 90,
	southeast: 135,
	south: 180,
	southwest: 225,
	west: 270,
	northwest: 315,
};

/** Degrees from north over east of "south-west", "South West"; undefined for other words. */
export function bearingOf(direction: string): number | undefined {
	return bearings[direction.toLowerCase().replace(/[-\s]/g, '')];
}
