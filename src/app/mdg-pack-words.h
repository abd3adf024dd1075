/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

char *mdg_pack_words_tell_edition (MdgGuidePack *pack);
char *mdg_pack_words_tell_contents (MdgGuidePack *pack);

G_END_DECLS
