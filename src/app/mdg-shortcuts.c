/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/*
 * The dialog for shortcuts came with libadwaita 1.8, where GTK's own window for them was already
 * deprecated. Both are only named in a description for GtkBuilder, so that this file compiles
 * without a warning at either end.
 */
#include "app/mdg-shortcuts.h"

#include <glib/gi18n.h>

#include "app/mdg-pages.h"

typedef struct
{
  const char *section;
  const char *title;
  const char *accelerators;
  const char *action;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("General"), N_ ("Search on this page"), "<Control>f", "win.search" },
  { N_ ("General"), N_ ("Print what is on this page"), "<Control>p", "win.print" },
  { N_ ("General"), N_ ("Import files"), "<Control>o", "win.import" },
  { N_ ("General"), N_ ("Import what was copied"), "<Control>v", NULL },
  { N_ ("General"), N_ ("Back on this page"), "<Alt>Left", "win.back" },
  { N_ ("General"), N_ ("Open the menu"), "F10", NULL },
  { N_ ("General"), N_ ("Preferences"), "<Control>comma", "app.preferences" },
  { N_ ("General"), N_ ("Keyboard shortcuts"), "<Control>question", "app.shortcuts" },
  { N_ ("General"), N_ ("Close the window"), "<Control>w", "window.close" },
  { N_ ("General"), N_ ("Quit"), "<Control>q", "app.quit" },
  { N_ ("At the Desk"), N_ ("Choose"), "1...9", NULL },
  { N_ ("At the Desk"), N_ ("Choose while searching"), "<Alt>1...<Alt>9", NULL },
  { N_ ("At the Desk"), N_ ("Choose the first that was found"), "Return", NULL },
  { N_ ("At the Desk"), N_ ("Stop searching"), "Escape", NULL },
  { N_ ("At the Desk"), N_ ("One step back"), "BackSpace <Alt>Left", NULL },
  { N_ ("Checklists"), N_ ("Tick an item, or take the tick away"), "space", NULL },
  { N_ ("Checklists"), N_ ("Next and previous item"), "Down Up", NULL },
  { N_ ("Checklists"), N_ ("The item does not apply"), "n", NULL },
  { N_ ("Checklists"), N_ ("Leave the reason out"), "Escape", NULL },
  { N_ ("Checklists"), N_ ("Undo the last touch"), "<Control>z", NULL },
  { N_ ("Checklists"), N_ ("Move one of our own items"), "<Alt>Up <Alt>Down", NULL },
  { N_ ("Checklists"), N_ ("All checklists"), "<Alt>Left", NULL },
  { N_ ("Training"), N_ ("Choose an answer"), "1...9", NULL },
  { N_ ("Training"), N_ ("Next question or patient"), "Return", NULL },
  { N_ ("Training"), N_ ("Leave the round; it can be gone on with"), "<Alt>Left", NULL },
  { N_ ("Presenter"), N_ ("Forward"), "Page_Down Right space Return", NULL },
  { N_ ("Presenter"), N_ ("Back"), "Page_Up Left BackSpace", NULL },
  { N_ ("Presenter"), N_ ("One vote more for that answer"), "1...9", NULL },
  { N_ ("Presenter"), N_ ("One vote fewer for that answer"), "<Shift>1...<Shift>9", NULL },
  { N_ ("Presenter"), N_ ("Take the last vote back"), "minus", NULL },
  { N_ ("Presenter"), N_ ("Take all votes on the question back"), "Delete", NULL },
  { N_ ("Presenter"), N_ ("Black screen; any key returns"), "b period", NULL },
  { N_ ("Presenter"), N_ ("White screen; any key returns"), "w", NULL },
  { N_ ("Presenter"), N_ ("Light on dark, or dark on light"), "i", NULL },
  { N_ ("Presenter"), N_ ("Larger, smaller, normal text"),
    "<Control>plus <Control>minus <Control>0", NULL },
  { N_ ("Presenter"), N_ ("First, last scenario"), "Home End", NULL },
  { N_ ("Presenter"), N_ ("Full screen, or not"), "F11 F5", NULL },
  { N_ ("Presenter"), N_ ("All keys of the presenter"), "F1", NULL },
  { N_ ("Presenter"), N_ ("Leave; everything is saved"), "Escape", NULL },
  { N_ ("Large Letters"), N_ ("Larger, smaller letters"), "plus minus", NULL },
  { N_ ("Large Letters"), N_ ("Full screen, or not"), "F11", NULL },
  { N_ ("Large Letters"), N_ ("Close"), "Escape", NULL },
  { N_ ("Map"), N_ ("Go to the neighbouring prefecture"), "Left Right Up Down", NULL },
  { N_ ("Map"), N_ ("First and last by rank"), "Home End", NULL },
  { N_ ("Map"), N_ ("Open the prefecture’s profile"), "Return", NULL },
  { N_ ("Map"), N_ ("Compare two maps, or show one"), "<Control><Shift>c", NULL },
};

static void
add_shortcut (GString *ui, const char *item_class, const char *title, const char *accelerators)
{
  g_autofree char *item = g_markup_printf_escaped ("<child><object class='%s'>"
                                                   "<property name='title'>%s</property>"
                                                   "<property name='accelerator'>%s</property>"
                                                   "</object></child>",
                                                   item_class, title, accelerators);

  g_string_append (ui, item);
}

static void
begin_section (GString *ui, const char *section_class, const char *title)
{
  g_autofree char *section = g_markup_printf_escaped (
    "<child><object class='%s'><property name='title'>%s</property>", section_class, title);

  g_string_append (ui, section);
}

static char *
describe (const char *section_class, const char *item_class)
{
  GString *ui = g_string_new (NULL);
  const char *section = NULL;

  begin_section (ui, section_class, _ ("Pages"));
  for (guint i = 0; i < mdg_pages_get_n (); i++)
    {
      const MdgPage *page = mdg_pages_get (i);
      g_autofree char *accelerator = g_strdup_printf ("<Control>%u", i + 1);

      add_shortcut (ui, item_class, mdg_page_get_title (page), accelerator);
    }

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const Shortcut *shortcut = &shortcuts[i];

      if (g_strcmp0 (section, shortcut->section) != 0)
        {
          section = shortcut->section;
          g_string_append (ui, "</object></child>");
          begin_section (ui, section_class, _ (section));
        }
      add_shortcut (ui, item_class, _ (shortcut->title), shortcut->accelerators);
    }
  g_string_append (ui, "</object></child>");

  return g_string_free_and_steal (ui);
}

/**
 * mdg_shortcuts_register:
 * @application: the application
 *
 * Makes the keys of the table do what the table says.
 */
void
mdg_shortcuts_register (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) accelerators = NULL;

      if (shortcuts[i].action == NULL)
        continue;

      accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *const *) accelerators);
    }

  for (guint i = 0; i < mdg_pages_get_n (); i++)
    {
      g_autofree char *action =
        g_strdup_printf ("win.show-page::%s", mdg_page_get_id (mdg_pages_get (i)));
      g_autofree char *accelerator = g_strdup_printf ("<Control>%u", i + 1);
      const char *accelerators[] = { accelerator, NULL };

      gtk_application_set_accels_for_action (application, action, accelerators);
    }
}

/**
 * mdg_shortcuts_present:
 * @parent: the window to show it over
 *
 * Shows all shortcuts.
 */
void
mdg_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sections = NULL;
  g_autofree char *ui = NULL;
  GObject *shown;

  g_return_if_fail (GTK_IS_WINDOW (parent));

#if ADW_CHECK_VERSION(1, 8, 0)
  sections = describe ("AdwShortcutsSection", "AdwShortcutsItem");
  ui = g_strconcat ("<interface><object class='AdwShortcutsDialog' id='shortcuts'>", sections,
                    "</object></interface>", NULL);
#else
  sections = describe ("GtkShortcutsGroup", "GtkShortcutsShortcut");
  ui = g_strconcat ("<interface><object class='GtkShortcutsWindow' id='shortcuts'>"
                    "<property name='modal'>1</property>"
                    "<child><object class='GtkShortcutsSection'>",
                    sections, "</object></child></object></interface>", NULL);
#endif

  builder = gtk_builder_new ();
  if (!gtk_builder_add_from_string (builder, ui, -1, &error))
    {
      g_critical ("The shortcuts could not be shown: %s", error->message);
      return;
    }

  shown = gtk_builder_get_object (builder, "shortcuts");
  if (ADW_IS_DIALOG (shown))
    {
      adw_dialog_present (ADW_DIALOG (shown), GTK_WIDGET (parent));
    }
  else
    {
      gtk_window_set_transient_for (GTK_WINDOW (shown), parent);
      gtk_window_present (GTK_WINDOW (shown));
    }
}
