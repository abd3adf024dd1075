/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/* What stands below every export: the publications it is from, and what is to be known of its figures. */
GPtrArray *mdg_export_sources_list (MdgFigures *figures, GPtrArray *used, guint *n_of_ministry);
GPtrArray *mdg_export_sources_list_doubts (GPtrArray *used);

G_END_DECLS
