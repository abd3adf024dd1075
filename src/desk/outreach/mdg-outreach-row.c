/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/outreach/mdg-outreach-row.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"
#include "guide/mdg-guide-search.h"

struct _MdgOutreachRow
{
  GtkListBoxRow parent_instance;

  const MdgOutreachItem *item; /* (nullable): NULL for a material */
  MdgAudience audience;
  const char *wording;
  char *search_text;

  GtkLabel *text_label;
  GtkLabel *wording_label;
  AdwWrapBox *tags_box;
};

G_DEFINE_FINAL_TYPE (MdgOutreachRow, mdg_outreach_row, GTK_TYPE_LIST_BOX_ROW)

static void
copy_cb (MdgOutreachRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->wording);
  mdg_desk_tell (GTK_WIDGET (self), _ ("The ministry’s wording was copied"));
}

static void
add_tag (MdgOutreachRow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "tag");
  adw_wrap_box_append (self->tags_box, label);
}

static void
set_text (MdgOutreachRow *self, const MdgGuideText *text, const MdgGuideBasis *basis)
{
  const MdgGuideSource *source = g_ptr_array_index (basis->sources, 0);
  g_autofree char *both =
    g_strjoin ("\n", text->in[MDG_LANGUAGE_JAPANESE], text->in[MDG_LANGUAGE_ENGLISH], NULL);
  const char *shown = mdg_guide_text_get (text);

  self->wording = text->in[MDG_LANGUAGE_JAPANESE];
  self->search_text = mdg_guide_search_fold (both);
  gtk_label_set_label (self->text_label, shown);
  gtk_label_set_label (self->wording_label, self->wording);
  gtk_widget_set_visible (GTK_WIDGET (self->wording_label), shown != self->wording);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);

  if (source->page > 0)
    {
      g_autofree char *page = g_strdup_printf (_ ("slide %u"), source->page);

      add_tag (self, page);
    }
}

static void
mdg_outreach_row_dispose (GObject *object)
{
  MdgOutreachRow *self = MDG_OUTREACH_ROW (object);

  g_clear_pointer (&self->search_text, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_OUTREACH_ROW);

  G_OBJECT_CLASS (mdg_outreach_row_parent_class)->dispose (object);
}

static void
mdg_outreach_row_class_init (MdgOutreachRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_outreach_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/outreach/mdg-outreach-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachRow, wording_label);
  gtk_widget_class_bind_template_child (widget_class, MdgOutreachRow, tags_box);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
mdg_outreach_row_init (MdgOutreachRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_outreach_row_new_for_item:
 * @item: a measure, which must outlive the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
mdg_outreach_row_new_for_item (const MdgOutreachItem *item)
{
  MdgOutreachRow *self = g_object_new (MDG_TYPE_OUTREACH_ROW, NULL);

  self->item = item;
  self->audience = item->audience;
  add_tag (self, mdg_audience_get_label (item->audience));
  add_tag (self, mdg_outreach_state_get_label (item->state));
  if (mdg_guide_text_get (&item->timing) != NULL)
    add_tag (self, mdg_guide_text_get (&item->timing));
  set_text (self, &item->text, &item->basis);

  return GTK_WIDGET (self);
}

/**
 * mdg_outreach_row_new_for_material:
 * @material: a material, which must outlive the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
mdg_outreach_row_new_for_material (const MdgMaterial *material)
{
  MdgOutreachRow *self = g_object_new (MDG_TYPE_OUTREACH_ROW, NULL);

  self->audience = material->audience;
  add_tag (self, mdg_audience_get_label (material->audience));
  add_tag (self, mdg_material_kind_get_label (material->kind));
  set_text (self, &material->text, &material->basis);

  return GTK_WIDGET (self);
}

/**
 * mdg_outreach_row_get_audience:
 * @self: a row
 *
 * Returns: whom it is for
 */
MdgAudience
mdg_outreach_row_get_audience (MdgOutreachRow *self)
{
  g_return_val_if_fail (MDG_IS_OUTREACH_ROW (self), MDG_AUDIENCE_FACILITIES);

  return self->audience;
}

/**
 * mdg_outreach_row_get_state:
 * @self: a row
 * @state: (out): its state
 *
 * Returns: whether it has a state, which a material has not
 */
gboolean
mdg_outreach_row_get_state (MdgOutreachRow *self, MdgOutreachState *state)
{
  g_return_val_if_fail (MDG_IS_OUTREACH_ROW (self), FALSE);

  if (self->item == NULL)
    return FALSE;
  *state = self->item->state;

  return TRUE;
}

/**
 * mdg_outreach_row_get_search_text:
 * @self: a row
 *
 * Returns: its words in both languages, folded by mdg_guide_search_fold()
 */
const char *
mdg_outreach_row_get_search_text (MdgOutreachRow *self)
{
  g_return_val_if_fail (MDG_IS_OUTREACH_ROW (self), NULL);

  return self->search_text;
}
