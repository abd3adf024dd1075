/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *mdg_import_files_expand (GPtrArray *files, GCancellable *cancellable, GError **error);

G_END_DECLS
