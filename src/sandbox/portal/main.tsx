/** The portal's pages: reads the frame once, then shows the page of the address. */
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './styles/tokens.css';
import './styles/shell.css';
import './styles/pages.css';
import './styles/record.css';
import './styles/workflows.css';
import './styles/card-layout.css';
import './styles/card-components.css';
import './styles/card-inputs.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element called root.');
createRoot(root).render(<App />);
