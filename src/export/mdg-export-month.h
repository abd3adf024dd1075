/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-day.h"

G_BEGIN_DECLS

gboolean mdg_export_choose_month (GArray *months, MdgMonth wish, MdgMonth *month, GError **error);

G_END_DECLS
