/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgScope:
 *
 * What is being looked at. A plain value; basis follows from the measure.
 */
typedef struct
{
  MdgMonth month;
  MdgMeasure measure;
  MdgFacilityType facility_type;
  MdgArea area;
} MdgScope;

typedef enum
{
  MDG_SCOPE_UNCHANGED = 0,
  MDG_SCOPE_CHANGED_MONTH = 1 << 0,
  MDG_SCOPE_CHANGED_MEASURE = 1 << 1,
  MDG_SCOPE_CHANGED_FACILITY_TYPE = 1 << 2,
  MDG_SCOPE_CHANGED_AREA = 1 << 3,
} MdgScopeChange;

#define MDG_TYPE_SCOPE (mdg_scope_get_type ())
GType mdg_scope_get_type (void);
MdgScope *mdg_scope_copy (const MdgScope *self);
void mdg_scope_free (MdgScope *self);
gboolean mdg_scope_equal (const MdgScope *a, const MdgScope *b);
char *mdg_scope_to_string (const MdgScope *self);
gboolean mdg_scope_from_string (const char *text, MdgScope *self);
/* Maps a wish to the nearest that exists in @figures for a view by prefecture, and says what it changed. */
MdgScopeChange mdg_scope_resolve (const MdgScope *wish, MdgFigures *figures, MdgScope *resolved);
guint32 mdg_scope_list_measures (MdgFigures *figures);

G_END_DECLS
