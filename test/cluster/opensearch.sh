#!/usr/bin/env bash
# An OpenSearch cluster on loopback for tests, from the same server jars that the official distribution holds.
#   opensearch.sh lay                lays lib/ and modules/ out (once; needs Maven)
#   opensearch.sh start [NODES]      starts a new, empty cluster of 1 to 3 nodes and waits until all have joined (default 1)
#   opensearch.sh node N             starts node N again with what it held, does not wait
#   opensearch.sh wait NODES         waits until that many nodes have joined and no shard is being moved
#   opensearch.sh kill N             ends node N at once, by its own pid (SIGKILL)
#   opensearch.sh freeze N, thaw N   stops node N in its tracks (SIGSTOP), and lets it go on
#   opensearch.sh java               says which Java it would take
#   opensearch.sh stop               ends all nodes in order (SIGTERM), by their own pids
# CLUSTER: the folder for everything (must be reachable by another user; default: a folder under the temporary one)
# HEAP: per node (default 128m). PORT: HTTP of node N is PORT+N, transport PORT+100+N (default 19200).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cluster=${CLUSTER:-${TMPDIR:-/tmp}/drillbook-opensearch}
heap=${HEAP:-128m}
port=${PORT:-19200}
home=$cluster/home

# The newest Java of at least 21: OpenSearch 3 runs on nothing older.
java_home() {
	local candidate best='' newest=20 version
	for candidate in ${JAVA_HOME:-} /usr/lib/jvm/*; do
		[[ -r $candidate/release ]] || continue
		version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release")
		if ((${version:-0} > newest)); then newest=$version best=$candidate; fi
	done
	[[ $best ]] || { echo 'opensearch.sh: no Java of at least 21 found' >&2; return 1; }
	echo "$best"
}

lay() {
	local version
	JAVA_HOME=$(java_home) mvn -B -q -ntp -f "$here/pom.xml" package -Dhome="$home"
	version=$(sed -n 's:.*<opensearch>\(.*\)</opensearch>.*:\1:p' "$here/pom.xml")
	# The distribution has these beside the jars; the registry has the jars alone.
	mkdir -p "$home"/{bin,plugins,extensions}
	cat >"$home/modules/transport-netty4/plugin-descriptor.properties" <<-END
		name=transport-netty4
		description=HTTP and the transport between nodes
		version=$version
		opensearch.version=$version
		java.version=21
		classname=org.opensearch.transport.Netty4ModulePlugin
		extended.plugins=
		has.native.controller=false
	END
	chmod -R a+rX "$cluster"
}

# Settings of node N of a new cluster. Nodes bootstrapped apart would be two clusters for ever: hence never onto old data.
new_node() {
	local n=$1 nodes=$2 folder=$cluster/n$1 i seeds=() names=()
	rm -rf "$folder"
	mkdir -p "$folder"/{config,data,logs,tmp}
	for ((i = 1; i <= nodes; i++)); do seeds+=("127.0.0.1:$((port + 100 + i))") names+=("n$i"); done
	cat >"$folder/config/opensearch.yml" <<-END
		cluster.name: drillbook
		node.name: n$n
		path.data: $folder/data
		path.logs: $folder/logs
		# On loopback alone the bootstrap checks (file descriptors, vm.max_map_count, one JVM heap size) only warn.
		network.host: 127.0.0.1
		http.port: $((port + n))
		transport.port: $((port + 100 + n))
		discovery.seed_hosts: [$(IFS=,; echo "${seeds[*]}")]
		cluster.initial_cluster_manager_nodes: [$(IFS=,; echo "${names[*]}")]
		# A full disk on a shared test machine must not make the index read-only. Never so in production.
		cluster.routing.allocation.disk.threshold_enabled: false
		# One index of this project takes a few MB: no need of thread pools for 2 cores each on a shared machine.
		node.processors: 1
		# An index is made by the product with its mapping, never by a slip of the pen.
		action.auto_create_index: false
	END
	cat >"$folder/config/log4j2.properties" <<-END
		status = error
		appender.console.type = Console
		appender.console.name = console
		appender.console.layout.type = PatternLayout
		appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1}] %m%n
		rootLogger.level = ${LOG_LEVEL:-warn}
		rootLogger.appenderRef.console.ref = console
	END
}

node() {
	local folder=$cluster/n$1 run=() share=()
	mkdir -p "$cluster/shared"
	# The server refuses to run as root, so it runs as nobody where we are root.
	if ((EUID == 0)); then
		chown -R 65534:65534 "$folder" "$cluster/shared"
		run=(setpriv --reuid 65534 --regid 65534 --clear-groups)
	fi
	# An archive of loaded classes halves the start from the second time on; node 1 writes it when it is stopped in order.
	if [[ $1 == 1 ]]; then share=(-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$cluster/shared/classes.jsa"); fi
	if [[ $1 != 1 && -f $cluster/shared/classes.jsa ]]; then share=("-XX:SharedArchiveFile=$cluster/shared/classes.jsa"); fi
	# JAVA_FLAGS is several words. The first compiler alone: it starts in half the time, and a test is over before more pays.
	# shellcheck disable=SC2086
	setsid "${run[@]}" "$(java_home)/bin/java" -Xms"$heap" -Xmx"$heap" -Xss512k -XX:+UseSerialGC \
		-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=64m -XX:-UsePerfData \
		"${share[@]}" ${JAVA_FLAGS:-} \
		-Djava.io.tmpdir="$folder/tmp" -Djava.awt.headless=true -Djna.nosys=true \
		-Dio.netty.noUnsafe=true -Dio.netty.noKeySetOptimization=true -Dio.netty.recycler.maxCapacityPerThread=0 \
		-Dlog4j2.disable.jmx=true -Dlog4j.shutdownHookEnabled=false \
		-Dopensearch.path.home="$home" -Dopensearch.path.conf="$folder/config" \
		-cp "$home/lib/*" org.opensearch.bootstrap.OpenSearch >"$folder/out.log" 2>&1 </dev/null &
	echo $! >"$folder/pid"
}

fail() {
	echo "opensearch.sh: $1" >&2
	tail -n 20 "$cluster"/n?/out.log >&2
}

alive() { [[ -f $cluster/n$1/pid ]] && kill -0 "$(<"$cluster/n$1/pid")" 2>/dev/null; }

wait_for() {
	local nodes=$1 n deadline=$((SECONDS + 400))
	local health="_cluster/health?wait_for_nodes=$nodes&wait_for_no_initializing_shards=true&timeout=8s"
	until for n in 1 2 3; do curl -sf -m 10 "http://127.0.0.1:$((port + n))/$health" >/dev/null && break; done; do
		((SECONDS < deadline)) || { fail 'the cluster did not come up'; return 1; }
		alive 1 || alive 2 || alive 3 || { fail 'every node has ended'; return 1; }
		sleep 0.3
	done
}

case ${1:-} in
lay) lay ;;
start)
	[[ -d $home/lib ]] || lay
	for n in 1 2 3; do
		! alive "$n" || { echo 'opensearch.sh: nodes are running; stop them first' >&2; exit 1; }
		rm -rf "$cluster/n$n"
	done
	for ((n = 1; n <= ${2:-1}; n++)); do new_node "$n" "${2:-1}" && node "$n"; done
	wait_for "${2:-1}"
	;;
node) node "$2" ;;
wait) wait_for "$2" ;;
kill) kill -KILL "$(<"$cluster/n$2/pid")" ;;
freeze) kill -STOP "$(<"$cluster/n$2/pid")" ;;
thaw) kill -CONT "$(<"$cluster/n$2/pid")" ;;
java) java_home ;;
stop)
	# A frozen node is let go first: it does not hear of its end otherwise.
	for n in 1 2 3; do if alive "$n"; then kill "$(<"$cluster/n$n/pid")"; kill -CONT "$(<"$cluster/n$n/pid")"; fi; done
	for n in 1 2 3; do while alive "$n"; do sleep 0.2; done; done
	;;
*) sed -n '2,13s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
