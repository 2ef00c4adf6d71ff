//! The window opens.

use ringfor_e2e::{App, Desktop, Tested};

#[tokio::test]
async fn the_window_opens_with_its_title() -> Tested {
    let desktop = Desktop::open().await?;
    let app = App::first_run(&desktop).await?;
    assert_eq!(app.page().title().await?, "Ringfor");
    app.page().picture("opens-page").await?;
    desktop.picture("opens-screen")?;
    Ok(())
}
