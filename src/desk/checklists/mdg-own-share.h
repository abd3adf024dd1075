/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-clock.h"
#include "core/mdg-store.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

void mdg_own_share (GtkWidget *parent, MdgStore *store, MdgGuidePack *pack, MdgDay day);

G_END_DECLS
