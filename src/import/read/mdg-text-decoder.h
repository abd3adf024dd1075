/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *mdg_text_decode (GBytes *bytes, GError **error);

G_END_DECLS
