import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks of IPv4 that are not of the public internet (IANA's special-purpose registry). */
const special: readonly (readonly [network: string, bits: number])[] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

const notPublic = new BlockList();
for (const [network, bits] of special) notPublic.addSubnet(network, bits, 'ipv4');

/**
 * Of IPv6 only this is of the public internet, without what in it stands for other networks: Teredo, documentation,
 * 6to4.
 */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
special6.addSubnet('2001::', 23, 'ipv6');
special6.addSubnet('2001:db8::', 32, 'ipv6');
special6.addSubnet('2002::', 16, 'ipv6');
special6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address is one of the public internet; anything that is no IP address is not. */
export function isPublicAddress(address: string): boolean {
	if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
	// An IPv4 address that is written as one of IPv6 (::ffff:10.0.0.1) lies outside 2000::/3.
	return isIPv6(address) && global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}
