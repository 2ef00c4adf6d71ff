//! A file manager that nobody sees: it drops a file on a window, as the mouse would (XDND).

use std::path::Path;
use std::time::Instant;

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::app::App;
use crate::desktop::Desktop;
use crate::trouble::Trouble;
use crate::wait::PATIENCE;

/// The version of the protocol that is spoken.
const VERSION: u32 = 5;

x11rb::atom_manager! {
    /// The names of the protocol.
    Atoms: AtomsCookie {
        XdndEnter, XdndPosition, XdndStatus, XdndDrop, XdndFinished, XdndActionCopy, XdndSelection,
        TARGETS,
        LIST: b"text/uri-list",
    }
}

impl App {
    /// Drops a file on the middle of its window.
    ///
    /// # Errors
    /// It has no window, or does not take what is dropped.
    pub async fn drop_file(&self, desktop: &Desktop, file: &Path) -> Result<(), Trouble> {
        self.hold_file(desktop, file).await?.let_go().await
    }

    /// Holds a file over the middle of its window.
    ///
    /// # Errors
    /// It has no window, or would not take what is held there.
    pub async fn hold_file(&self, desktop: &Desktop, file: &Path) -> Result<HeldFile, Trouble> {
        let window = self.window(desktop)?;
        let target: Window = window
            .parse()
            .map_err(|error| Trouble::while_doing(&window, error))?;
        let display = desktop.display().to_owned();
        let list = format!("file://{}\r\n", file.display());
        let held = tokio::task::spawn_blocking(move || {
            let drag = Drag::begin(&display, target, list.into_bytes())?;
            drag.hold().map(|()| HeldFile(drag))
        });
        held.await
            .map_err(|error| Trouble::while_doing("dragging", error))?
    }
}

/// A file that is held over a window.
pub struct HeldFile(Drag);

impl HeldFile {
    /// Drops it.
    ///
    /// # Errors
    /// The window does not take it.
    pub async fn let_go(self) -> Result<(), Trouble> {
        let dropped = tokio::task::spawn_blocking(move || self.0.let_go());
        dropped
            .await
            .map_err(|error| Trouble::while_doing("dropping", error))?
    }
}

/// One file on its way.
struct Drag {
    connection: RustConnection,
    atoms: Atoms,
    source: Window,
    target: Window,
    list: Vec<u8>,
}

impl Drag {
    fn begin(display: &str, target: Window, list: Vec<u8>) -> Result<Self, Trouble> {
        let (connection, screen) = x11rb::connect(Some(display)).map_err(failed)?;
        let atoms = Atoms::new(&connection)
            .map_err(failed)?
            .reply()
            .map_err(failed)?;
        let root = &connection.setup().roots[screen];
        let source = connection.generate_id().map_err(failed)?;
        connection
            .create_window(
                x11rb::COPY_DEPTH_FROM_PARENT,
                source,
                root.root,
                0,
                0,
                1,
                1,
                0,
                WindowClass::INPUT_OUTPUT,
                x11rb::COPY_FROM_PARENT,
                &CreateWindowAux::new(),
            )
            .map_err(failed)?;
        connection
            .set_selection_owner(source, atoms.XdndSelection, x11rb::CURRENT_TIME)
            .map_err(failed)?;
        connection.flush().map_err(failed)?;
        Ok(Self {
            connection,
            atoms,
            source,
            target,
            list,
        })
    }

    /// Enters the window, and waits there until it would take the file.
    fn hold(&self) -> Result<(), Trouble> {
        let place = self.connection.get_geometry(self.target).map_err(failed)?;
        let size = place.reply().map_err(failed)?;
        let root = self.connection.setup().roots[0].root;
        let (x, y) = ((size.width / 2) as i16, (size.height / 2) as i16);
        let middle = self
            .connection
            .translate_coordinates(self.target, root, x, y)
            .map_err(failed)?
            .reply()
            .map_err(failed)?;
        let at = (u32::from(middle.dst_x as u16) << 16) | u32::from(middle.dst_y as u16);
        let enters = [self.source, VERSION << 24, self.atoms.LIST, 0, 0];
        self.tell(self.atoms.XdndEnter, enters)?;
        let over = [
            self.source,
            0,
            at,
            x11rb::CURRENT_TIME,
            self.atoms.XdndActionCopy,
        ];
        let until = Instant::now() + PATIENCE;
        self.tell(self.atoms.XdndPosition, over)?;
        // The window asks what it is before it says whether it takes it, so it is asked again.
        while !self.is_taken(until)? {
            self.tell(self.atoms.XdndPosition, over)?;
        }
        Ok(())
    }

    fn let_go(&self) -> Result<(), Trouble> {
        let until = Instant::now() + PATIENCE;
        self.tell(
            self.atoms.XdndDrop,
            [self.source, 0, x11rb::CURRENT_TIME, 0, 0],
        )?;
        loop {
            if self.answer(until)?.type_ == self.atoms.XdndFinished {
                return Ok(());
            }
        }
    }

    fn is_taken(&self, until: Instant) -> Result<bool, Trouble> {
        loop {
            let said = self.answer(until)?;
            if said.type_ == self.atoms.XdndStatus {
                return Ok(said.data.as_data32()[1] & 1 == 1);
            }
        }
    }

    fn tell(&self, what: Atom, data: [u32; 5]) -> Result<(), Trouble> {
        let message = ClientMessageEvent::new(32, self.target, what, data);
        self.connection
            .send_event(false, self.target, EventMask::NO_EVENT, message)
            .map_err(failed)?;
        self.connection.flush().map_err(failed)
    }

    /// The next thing the window says. What it asks for on the way, it gets.
    fn answer(&self, until: Instant) -> Result<ClientMessageEvent, Trouble> {
        while Instant::now() < until {
            match self.connection.poll_for_event().map_err(failed)? {
                Some(Event::ClientMessage(said)) => return Ok(said),
                Some(Event::SelectionRequest(asked)) => self.give(&asked)?,
                Some(_) => {}
                None => std::thread::sleep(std::time::Duration::from_millis(10)),
            }
        }
        Err(Trouble::new(
            "the window did not answer what was dragged over it",
        ))
    }

    fn give(&self, asked: &SelectionRequestEvent) -> Result<(), Trouble> {
        if asked.target == self.atoms.TARGETS {
            let targets = [self.atoms.TARGETS, self.atoms.LIST];
            self.connection
                .change_property32(
                    PropMode::REPLACE,
                    asked.requestor,
                    asked.property,
                    AtomEnum::ATOM,
                    &targets,
                )
                .map_err(failed)?;
        } else {
            self.connection
                .change_property8(
                    PropMode::REPLACE,
                    asked.requestor,
                    asked.property,
                    self.atoms.LIST,
                    &self.list,
                )
                .map_err(failed)?;
        }
        let given = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: asked.property,
        };
        self.connection
            .send_event(false, asked.requestor, EventMask::NO_EVENT, given)
            .map_err(failed)?;
        self.connection.flush().map_err(failed)
    }
}

fn failed(error: impl std::fmt::Display) -> Trouble {
    Trouble::while_doing("the display", error)
}
