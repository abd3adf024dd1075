/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

G_BEGIN_DECLS

/**
 * MdgCitation:
 * @edition: index of a publication, as in the observations
 * @pages: its pages in ascending order with commas between them, "13, 14"; empty where none is known
 *
 * A publication that figures are from, and where in it they stand.
 */
typedef struct
{
  guint16 edition;
  char *pages;
} MdgCitation;

GPtrArray *mdg_citation_list (GPtrArray *observations);

G_END_DECLS
