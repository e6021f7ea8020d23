// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console/api/live.h"

#include <QAbstractItemModel>

#include <vector>

namespace ct::console::models {

/// Live sessions, and below each its participants. Changes row by row, so that selection and
/// place stay while it goes on. Thread: main.
class SessionModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Role, Client, Address, Transport, Since, State, ColumnCount };
    enum DataRole {
        /// Text to sort by, or a number.
        SortRole = Qt::UserRole,
        SessionRole,
        /// Empty for a session.
        ParticipantRole,
        IsHostRole,
    };

    /// `live` must outlive the model.
    explicit SessionModel(api::Live &live, QObject *parent = nullptr);
    ~SessionModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        protocol::admin::LiveSession session;
    };
    using Nodes = std::vector<std::unique_ptr<Node>>;

    Nodes::iterator place(const QString &id);
    int rowOf(const Node &node) const;
    void change(const QString &id);
    void remove(const QString &id);
    void update(Node &node, const protocol::admin::LiveSession &now);
    void removeGone(Node &node, const protocol::admin::LiveSession &now);
    void put(Node &node, const protocol::admin::LiveParticipant &participant);
    QVariant sessionText(const Node &node, int column) const;
    QVariant participantText(const protocol::admin::LiveParticipant &one, int column) const;
    QVariant sortValue(const QModelIndex &index) const;

    api::Live &m_live;
    /// In the order of their ids. Whose address is an index' pointer, so they never move.
    Nodes m_nodes;
};

} // namespace ct::console::models
