// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console/models/sessionmodel.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ct::console::models {

namespace {

namespace wire = protocol::admin;

QString timeText(std::chrono::milliseconds at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.count());
    return QLocale().toString(time, QLocale::ShortFormat);
}

bool holds(const wire::LiveSession &session, const QString &id)
{
    return std::any_of(
        session.participants.cbegin(), session.participants.cend(), [&id](const auto &one) {
            return one.id == id;
        });
}

} // namespace

SessionModel::SessionModel(api::Live &live, QObject *parent)
    : QAbstractItemModel(parent),
      m_live(live)
{
    for (const auto &[id, session] : m_live.sessions())
        m_nodes.push_back(std::make_unique<Node>(Node {session}));
    connect(&m_live, &api::Live::sessionChanged, this, &SessionModel::change);
    connect(&m_live, &api::Live::sessionGone, this, &SessionModel::remove);
}

SessionModel::~SessionModel() = default;

SessionModel::Nodes::iterator SessionModel::place(const QString &id)
{
    return std::lower_bound(
        m_nodes.begin(), m_nodes.end(), id, [](const auto &node, const QString &wanted) {
            return node->session.id < wanted;
        });
}

int SessionModel::rowOf(const Node &node) const
{
    const auto found = std::lower_bound(
        m_nodes.begin(), m_nodes.end(), node.session.id, [](const auto &one, const QString &id) {
            return one->session.id < id;
        });
    return static_cast<int>(found - m_nodes.begin());
}

void SessionModel::change(const QString &id)
{
    const wire::LiveSession &now = m_live.sessions().at(id);
    const auto found = place(id);
    if (found != m_nodes.end() && (*found)->session.id == id) {
        update(**found, now);
        return;
    }
    const int row = static_cast<int>(found - m_nodes.begin());
    beginInsertRows({}, row, row);
    m_nodes.insert(found, std::make_unique<Node>(Node {now}));
    endInsertRows();
}

void SessionModel::remove(const QString &id)
{
    const auto found = place(id);
    if (found == m_nodes.end() || (*found)->session.id != id)
        return;
    const int row = static_cast<int>(found - m_nodes.begin());
    beginRemoveRows({}, row, row);
    m_nodes.erase(found);
    endRemoveRows();
}

void SessionModel::update(Node &node, const wire::LiveSession &now)
{
    const qsizetype before = node.session.participants.size();
    removeGone(node, now);
    node.session.sinceMs = now.sinceMs;
    for (const wire::LiveParticipant &participant : now.participants)
        put(node, participant);
    // Its own row counts them.
    if (node.session.participants.size() != before) {
        const int row = rowOf(node);
        Q_EMIT dataChanged(index(row, Name), index(row, ColumnCount - 1));
    }
}

void SessionModel::removeGone(Node &node, const wire::LiveSession &now)
{
    auto &participants = node.session.participants;
    for (qsizetype i = participants.size() - 1; i >= 0; --i) {
        if (holds(now, participants.at(i).id))
            continue;
        beginRemoveRows(index(rowOf(node), 0), static_cast<int>(i), static_cast<int>(i));
        participants.removeAt(i);
        endRemoveRows();
    }
}

void SessionModel::put(Node &node, const wire::LiveParticipant &participant)
{
    auto &participants = node.session.participants;
    for (qsizetype i = 0; i < participants.size(); ++i) {
        if (participants.at(i).id != participant.id)
            continue;
        if (participants.at(i) == participant)
            return;
        participants[i] = participant;
        const QModelIndex session = index(rowOf(node), 0);
        const int row = static_cast<int>(i);
        Q_EMIT dataChanged(index(row, Name, session), index(row, ColumnCount - 1, session));
        return;
    }
    const int row = static_cast<int>(participants.size());
    beginInsertRows(index(rowOf(node), 0), row, row);
    participants.append(participant);
    endInsertRows();
}

QModelIndex SessionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column);
    return createIndex(row, column, m_nodes.at(static_cast<std::size_t>(parent.row())).get());
}

QModelIndex SessionModel::parent(const QModelIndex &child) const
{
    const auto *node = static_cast<const Node *>(child.internalPointer());
    return node ? createIndex(rowOf(*node), 0) : QModelIndex();
}

int SessionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    if (parent.internalPointer() || parent.column() != 0)
        return 0;
    const Node &node = *m_nodes.at(static_cast<std::size_t>(parent.row()));
    return static_cast<int>(node.session.participants.size());
}

int SessionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant SessionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *parent = static_cast<const Node *>(index.internalPointer());
    const Node &node = parent ? *parent : *m_nodes.at(static_cast<std::size_t>(index.row()));
    const wire::LiveParticipant *one
        = parent ? &node.session.participants.at(index.row()) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return one ? participantText(*one, index.column()) : sessionText(node, index.column());
    case SortRole:
        return sortValue(index);
    case SessionRole:
        return node.session.id;
    case ParticipantRole:
        return one ? one->id : QString();
    case IsHostRole:
        return one && one->host;
    default:
        return {};
    }
}

QVariant SessionModel::sortValue(const QModelIndex &index) const
{
    if (index.column() != Since)
        return data(index, Qt::DisplayRole);
    const auto *parent = static_cast<const Node *>(index.internalPointer());
    const auto since = parent ? parent->session.participants.at(index.row()).sinceMs
                              : m_nodes.at(static_cast<std::size_t>(index.row()))->session.sinceMs;
    return qint64 {since.count()};
}

QVariant SessionModel::sessionText(const Node &node, int column) const
{
    const auto &participants = node.session.participants;
    switch (column) {
    case Name:
        return node.session.id;
    case Role:
        return tr("%Ln participant(s)", nullptr, static_cast<int>(participants.size()));
    case Since:
        return timeText(node.session.sinceMs);
    default:
        return {};
    }
}

QVariant SessionModel::participantText(const wire::LiveParticipant &one, int column) const
{
    switch (column) {
    case Name:
        //: %1 is a name, %2 an e-mail address
        return one.email.isEmpty() ? one.name : tr("%1 <%2>").arg(one.name, one.email);
    case Role:
        return one.host ? tr("Host") : tr("Guest");
    case Client:
        return one.client;
    case Address:
        return one.address;
    case Transport:
        return one.transport;
    case Since:
        return timeText(one.sinceMs);
    case State:
        return one.connected ? tr("Connected") : tr("Waiting for it to come back");
    default:
        return {};
    }
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Session / Participant");
    case Role:
        return tr("Role");
    case Client:
        return tr("Client");
    case Address:
        return tr("Address");
    case Transport:
        return tr("Transport");
    case Since:
        return tr("Since");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace ct::console::models
