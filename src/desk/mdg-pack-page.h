/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-clock.h"
#include "core/mdg-store.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgPackPage:
 *
 * What the pages of the front desk have in common: they show one guide pack, as it holds on the day of
 * a clock, and keep what the user does in a store. Which pack that is stays as it is; when another is
 * in use, the page is made anew.
 */
#define MDG_TYPE_PACK_PAGE (mdg_pack_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MdgPackPage, mdg_pack_page, MDG, PACK_PAGE, AdwBin)

struct _MdgPackPageClass
{
  AdwBinClass parent_class;
};

MdgGuidePack *mdg_pack_page_get_pack (MdgPackPage *self);
MdgStore *mdg_pack_page_get_store (MdgPackPage *self);
MdgClock *mdg_pack_page_get_clock (MdgPackPage *self);

G_END_DECLS
