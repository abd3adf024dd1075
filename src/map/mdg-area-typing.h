/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"

G_BEGIN_DECLS

MdgArea mdg_area_typing_find (const char *typed, MdgArea current);

G_END_DECLS
