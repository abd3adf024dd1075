/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

char *mdg_guide_dot_write (const MdgGuidePack *pack, gsize *length);

G_END_DECLS
