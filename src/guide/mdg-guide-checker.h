/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/* Choices from the list of situations to an outcome; the situation itself is the first. */
#define MDG_GUIDE_MAX_CHOICES 5
/* For the first situations, which are the most frequent. */
#define MDG_GUIDE_MAX_CHOICES_FREQUENT 3
#define MDG_GUIDE_N_FREQUENT 5

gboolean mdg_guide_checker_check (const MdgGuidePack *pack, GPtrArray *problems);

G_END_DECLS
