// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "server/net/netconfig.h"
#include "server/net/subnet.h"
#include "shared/base/result.h"

#include <list>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace ct::server::net {

enum class ConnectionId : quint64 {};

/// Idle and Busy are not authenticated. Idle: nobody waits for an answer, so it may have to make
/// room; also before and within a TLS handshake or a request's head. Busy: a request is being
/// answered, a long poll among them; never evicted.
enum class ConnectionState { Idle, Busy, Authenticated };

/// TotalOnly: a trusted proxy whose client is not known yet, or an exempt address.
enum class AddressCaps { Apply, TotalOnly };

/// Who is connected, and who has to go when somebody new comes and there is no room: an idle,
/// not authenticated connection, of the newcomer's own address when that is full, else of the
/// address with most of them. A newcomer is refused only when nobody idles. The ledger names
/// connections; their owners close them. Thread: any; every call is O(log n).
class ConnectionLedger
{
public:
    struct Admission {
        ConnectionId id {};
        /// To be closed at once by their owners; they count no more.
        std::vector<ConnectionId> toEvict;
    };
    struct Counts {
        int connections = 0;
        int unauthenticated = 0;
        int idle = 0;
        /// Evicted and not yet closed.
        int leaving = 0;
        int addresses = 0;
        quint64 admitted = 0;
        quint64 evicted = 0;
        quint64 refused = 0;
    };

    explicit ConnectionLedger(const NetConfig &config);
    ConnectionLedger(const ConnectionLedger &) = delete;
    ConnectionLedger &operator=(const ConnectionLedger &) = delete;

    /// Limits for whoever comes from now on; nobody who is here has to go at once.
    void setLimits(const NetConfig &config);
    /// A newcomer, Idle at first. TooMany: close it, and do not release() it.
    Result<Admission> admit(const AddressKey &address, AddressCaps caps);
    /// The client that a trusted proxy's request is for; may change with every request. Gives who
    /// has to go; TooMany: this address is full, and the connection counts where it did before.
    Result<std::vector<ConnectionId>> setClient(
        ConnectionId id, const AddressKey &client, AddressCaps caps);
    /// False: it has been evicted meanwhile and is to be closed.
    bool setState(ConnectionId id, ConnectionState state);
    /// It is closed. Unknown ids are ignored.
    void release(ConnectionId id);

    Counts counts() const;

private:
    struct Idler {
        ConnectionId id;
        quint64 since;
    };
    struct GroupKey {
        AddressKey address;
        AddressCaps caps = AddressCaps::Apply;
        friend bool operator==(const GroupKey &left, const GroupKey &right) = default;
    };
    struct GroupKeyHash {
        std::size_t operator()(const GroupKey &key) const noexcept;
        AddressKeyHash address;
    };
    struct Group;
    /// Sorted by who has to make room first.
    struct Rank {
        AddressCaps caps;
        std::size_t idle;
        quint64 oldest;
        Group *group;
        bool operator<(const Rank &other) const;
    };
    using Ranks = std::set<Rank>;
    /// The connections of one address.
    struct Group {
        GroupKey key;
        int connections = 0;
        int unauthenticated = 0;
        /// The oldest first.
        std::list<Idler> idle;
        std::optional<Ranks::iterator> rank;
    };
    struct Connection {
        Group *group = nullptr;
        ConnectionState state = ConnectionState::Idle;
        std::list<Idler>::iterator idler;
        bool isLeaving = false;
    };
    using Connections = std::unordered_map<quint64, Connection>;

    struct Caps {
        int connections;
        int connectionsPerAddress;
        int unauthenticated;
        int unauthenticatedPerAddress;
    };

    Group &groupOf(const GroupKey &key);
    bool isFull(const GroupKey &key, bool isUnauthenticated) const;
    bool isFull() const;
    std::optional<ConnectionId> oldestOf(const GroupKey &key) const;
    std::optional<ConnectionId> oldestOfBusiest() const;
    Connection *find(ConnectionId id);
    void enter(ConnectionId id, Connection &connection, Group &group);
    void leave(Connection &connection);
    void evict(ConnectionId id);
    void rankAnew(Group &group);
    Error refuse(const QString &why);

    static Caps capsOf(const NetConfig &config);

    mutable std::mutex m_mutex;
    // Guarded by m_mutex:
    Caps m_caps;
    Connections m_connections;
    std::unordered_map<GroupKey, Group, GroupKeyHash> m_groups;
    Ranks m_ranks;
    Counts m_counts;
    quint64 m_lastId = 0;
    quint64 m_lastIdle = 0;
};

} // namespace ct::server::net
