// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/floor.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstring>
#include <memory>
#include <netinet/tcp.h>
#include <span>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ct::bench {
namespace {

constexpr std::string_view answer
    = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
constexpr std::string_view headerFrame = "\x81\x2d"
                                         R"(451-["message",{"_placeholder":true,"num":0}])";
static_assert(headerFrame.size() == 2 + 0x2d);

struct Member;

struct Room {
    std::vector<Member *> members;
};

struct Member {
    int socket = -1;
    Room *room = nullptr;
    std::size_t place = 0;
    std::size_t prefix = 0;
    std::size_t entry = 0;
    bool isDirty = false;
    bool waitsToWrite = false;
    std::string rest;
    std::string outgoing;
    std::size_t sent = 0;
};

std::size_t queryNumber(std::string_view head, std::string_view name)
{
    std::size_t value = 0;
    const std::size_t at = head.find(name);
    if (at != std::string_view::npos)
        std::from_chars(head.data() + at + name.size(), head.data() + head.size(), value);
    return value;
}

void unmask(std::span<char> bytes, std::uint32_t mask)
{
    const std::uint64_t wide = std::uint64_t(mask) << 32U | mask;
    std::size_t i = 0;
    for (; i + sizeof wide <= bytes.size(); i += sizeof wide) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        word ^= wide;
        std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    for (; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ static_cast<char>(mask >> (8 * (i % 4))));
}

void appendHead(std::string &bytes, std::size_t size)
{
    const int extra = size < 126 ? 0 : size < 65536 ? 2 : 8;
    bytes.push_back('\x82');
    bytes.push_back(static_cast<char>(extra == 0 ? size : extra == 2 ? 126 : 127));
    for (int shift = 8 * (extra - 1); shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(std::uint64_t(size) >> unsigned(shift)));
}

class Floor
{
public:
    Floor(int listener, FloorFault fault);
    [[noreturn]] void run();

private:
    void accept();
    void readFrom(Member &member);
    std::size_t takeAll(Member &member, std::span<char> bytes);
    std::size_t takeHead(Member &member, std::string_view bytes);
    std::size_t takeFrame(Member &member, std::span<char> bytes);
    void relay(Member &sender, std::string_view message);
    void spoil(Member &receiver, std::size_t start);
    void mark(Member &member);
    void flush(Member &member);
    void drop(Member &member);

    int m_listener;
    FloorFault m_fault;
    std::uint64_t m_deliveries = 0;
    std::string m_delayed;
    Member *m_delayedFor = nullptr;
    int m_epoll;
    std::unordered_map<std::size_t, Room> m_rooms;
    std::unordered_map<Member *, std::unique_ptr<Member>> m_members;
    std::vector<Member *> m_dirty;
    std::vector<char> m_buffer;
};

Floor::Floor(int listener, FloorFault fault)
    : m_listener(listener),
      m_fault(fault),
      m_epoll(epoll_create1(0)),
      m_buffer(256 * std::size_t(1024))
{
    epoll_event event {};
    event.events = EPOLLIN;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event);
}

void Floor::run()
{
    std::array<epoll_event, 512> events {};
    for (;;) {
        const int count = epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events.at(static_cast<std::size_t>(i));
            auto *member = static_cast<Member *>(event.data.ptr);
            if (member == nullptr)
                accept();
            else if ((event.events & ~unsigned(EPOLLOUT)) != 0)
                readFrom(*member);
            else
                mark(*member);
        }
        for (Member *member : m_dirty)
            flush(*member);
        m_dirty.clear();
    }
}

void Floor::accept()
{
    const int socket = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK);
    if (socket < 0)
        return;
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    auto member = std::make_unique<Member>();
    member->socket = socket;
    epoll_event event {};
    event.events = EPOLLIN;
    event.data.ptr = member.get();
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
    Member *key = member.get();
    m_members.emplace(key, std::move(member));
}

void Floor::readFrom(Member &member)
{
    // A rest goes to the front of the buffer, so that frames are always in one piece.
    const std::size_t before = member.rest.size();
    if (m_buffer.size() < before + 128 * std::size_t(1024))
        m_buffer.resize(2 * before);
    std::memcpy(m_buffer.data(), member.rest.data(), before);
    const long count = recv(member.socket, m_buffer.data() + before, m_buffer.size() - before, 0);
    if (count <= 0) {
        if (count == 0 || errno != EAGAIN)
            drop(member);
        return;
    }
    const std::size_t size = before + static_cast<std::size_t>(count);
    const std::size_t done = takeAll(member, {m_buffer.data(), size});
    member.rest.assign(m_buffer.data() + done, size - done);
}

std::size_t Floor::takeAll(Member &member, std::span<char> bytes)
{
    std::size_t done = 0;
    if (member.room == nullptr)
        done = takeHead(member, {bytes.data(), bytes.size()});
    while (member.room != nullptr) {
        const std::size_t size = takeFrame(member, bytes.subspan(done));
        if (size == 0)
            break;
        done += size;
    }
    return done;
}

std::size_t Floor::takeHead(Member &member, std::string_view bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    member.prefix = queryNumber(bytes, "prefix=");
    member.entry = queryNumber(bytes, "entry=");
    member.place = queryNumber(bytes, "member=");
    member.room = &m_rooms[queryNumber(bytes, "room=")];
    if (member.room->members.size() <= member.place)
        member.room->members.resize(member.place + 1);
    member.room->members[member.place] = &member;
    member.outgoing += answer;
    mark(member);
    return end + 4;
}

std::size_t Floor::takeFrame(Member &member, std::span<char> bytes)
{
    if (bytes.size() < 2)
        return 0;
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(bytes[i]);
    };
    const unsigned small = byte(1) & 0x7fU;
    const std::size_t extra = small < 126 ? 0 : small == 126 ? 2 : 8;
    const std::size_t head = 2 + extra + sizeof(std::uint32_t);
    if (bytes.size() < head)
        return 0;
    std::uint64_t size = extra == 0 ? small : 0;
    for (std::size_t i = 0; i < extra; ++i)
        size = size << 8U | byte(2 + i);
    if (bytes.size() - head < size)
        return 0;
    std::uint32_t mask = 0;
    std::memcpy(&mask, &bytes[2 + extra], sizeof mask);
    const std::span<char> payload = bytes.subspan(head, size);
    unmask(payload, mask);
    if ((byte(0) & 0x0fU) == 0x2)
        relay(member, {payload.data(), payload.size()});
    return head + size;
}

// The list of keys has an entry for each member but the sender, in their order.
void Floor::relay(Member &sender, std::string_view message)
{
    const std::vector<Member *> &members = sender.room->members;
    const std::size_t keys = members.size() - 1;
    const std::size_t firstKey = sender.prefix + (keys < 16 ? 1 : 3);
    const std::string_view prefix = message.substr(0, sender.prefix);
    const std::string_view tail = message.substr(firstKey + keys * sender.entry);
    const std::size_t size = prefix.size() + 1 + sender.entry + tail.size();
    std::size_t key = 0;
    for (Member *receiver : members) {
        if (receiver == &sender)
            continue;
        const std::size_t at = firstKey + key++ * sender.entry;
        if (receiver == nullptr)
            continue;
        std::string &bytes = receiver->outgoing;
        const std::size_t start = bytes.size();
        bytes += headerFrame;
        appendHead(bytes, size);
        bytes += prefix;
        bytes.push_back('\x91');
        bytes += message.substr(at, sender.entry);
        bytes += tail;
        if (m_fault != FloorFault::None)
            spoil(*receiver, start);
        mark(*receiver);
    }
}

void Floor::spoil(Member &receiver, std::size_t start)
{
    constexpr std::uint64_t every = 100;
    std::string &bytes = receiver.outgoing;
    // It goes behind the next one to the same member.
    if (m_delayedFor == &receiver) {
        bytes += std::exchange(m_delayed, {});
        m_delayedFor = nullptr;
        return;
    }
    if (++m_deliveries % every != 0 || (m_fault == FloorFault::Swap && m_delayedFor != nullptr))
        return;
    if (m_fault == FloorFault::Swap) {
        m_delayed = bytes.substr(start);
        m_delayedFor = &receiver;
        bytes.resize(start);
    } else if (m_fault == FloorFault::Lose) {
        bytes.resize(start);
    } else if (m_fault == FloorFault::Double) {
        bytes += bytes.substr(start);
    } else {
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
    }
}

void Floor::mark(Member &member)
{
    if (member.isDirty)
        return;
    member.isDirty = true;
    m_dirty.push_back(&member);
}

void Floor::flush(Member &member)
{
    member.isDirty = false;
    const long count = send(
        member.socket,
        member.outgoing.data() + member.sent,
        member.outgoing.size() - member.sent,
        MSG_NOSIGNAL);
    if (count > 0)
        member.sent += static_cast<std::size_t>(count);
    const bool isDone = member.sent == member.outgoing.size();
    if (isDone) {
        member.outgoing.clear();
        member.sent = 0;
    }
    if (member.waitsToWrite == !isDone)
        return;
    member.waitsToWrite = !isDone;
    epoll_event event {};
    event.events = isDone ? EPOLLIN : EPOLLIN | EPOLLOUT;
    event.data.ptr = &member;
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, member.socket, &event);
}

void Floor::drop(Member &member)
{
    close(member.socket);
    if (member.room != nullptr)
        member.room->members[member.place] = nullptr;
    std::erase(m_dirty, &member);
    m_members.erase(&member);
}

} // namespace

std::optional<FloorPort> listenForFloor(std::uint16_t port)
{
    FloorPort floor;
    floor.socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(floor.socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in local {};
    local.sin_family = AF_INET;
    local.sin_port = htons(port);
    local.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof local;
    auto *address = reinterpret_cast<sockaddr *>(&local);
    if (bind(floor.socket, address, size) != 0 || listen(floor.socket, SOMAXCONN) != 0)
        return std::nullopt;
    getsockname(floor.socket, address, &size);
    floor.port = ntohs(local.sin_port);
    return floor;
}

void runFloor(int listener, FloorFault fault)
{
    Floor(listener, fault).run();
}

} // namespace ct::bench
