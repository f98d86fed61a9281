namespace OrderToCash.Quickstart;

/// <summary>The look of the report, on screen and on paper.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet. Text keeps a contrast of 4.5 to 1; colour never says anything alone.</summary>
    public const string Sheet = """
        :root { color-scheme: light; --ink: #17222e; --soft: #526071; --rule: #dde3ea; --paper: #ffffff; --ground: #f3f5f8;
          --deep: #1d3a5f; --blue: #2f6da8; --teal: #1f8a78; --amber: #d08a1d; --red: #b3261e; }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto,
          "Liberation Sans", Arial, sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        header { background: var(--deep); color: #fff; padding: 28px max(24px, calc(50% - 560px)) 18px; }
        h1 { margin: 0; font-size: 28px; line-height: 1.25; letter-spacing: -0.01em; }
        header p { margin: 4px 0 16px; color: #d5e0ec; }
        nav { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 13px; }
        nav a { color: #fff; text-decoration: none; border-bottom: 1px solid #6f8db0; }
        nav a:hover, nav a:focus { border-bottom-color: #fff; }
        main { max-width: 1168px; margin: 0 auto; padding: 20px 24px 40px; }
        section { background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; padding: 18px 22px 22px;
          margin-top: 18px; overflow-x: auto; }
        h2 { margin: 0 0 4px; font-size: 19px; }
        .verdict { margin: 0 0 16px; padding: 10px 16px; border-radius: 8px; border-left: 6px solid; }
        .verdict.good { background: #e3f4ec; border-color: #1a7f4b; color: #0f4f2f; }
        .verdict.bad { background: #fdeceb; border-color: var(--red); color: #7d1812; }
        .verdict a { color: inherit; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 14px; }
        .tile { background: var(--paper); border: 1px solid var(--rule); border-radius: 8px; padding: 13px 16px; }
        section .tiles { margin-top: 10px; }
        section .tile { background: #f8fafc; }
        .tile h3 { margin: 0; font-size: 13px; font-weight: 600; color: var(--soft); }
        .tile h3::first-letter, #money tbody th::first-letter, #stages tbody th::first-letter,
        #matching tbody th::first-letter { text-transform: uppercase; }
        .tile p { margin: 0; overflow-wrap: anywhere; }
        .tile .value { font-size: 23px; font-weight: 650; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
        .tile .formula, .rate small { font-size: 12.5px; line-height: 1.4; color: var(--soft); }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--soft); font-size: 13px; padding-bottom: 8px; }
        th, td { padding: 6px 10px; font-size: 14px; text-align: left; vertical-align: middle;
          border-bottom: 1px solid #e9edf2; }
        th:first-child, td:first-child { padding-left: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { font-size: 12px; line-height: 1.3; color: var(--soft); border-bottom: 2px solid var(--rule);
          vertical-align: bottom; }
        tbody th, tfoot th { font-weight: 500; }
        th, td { overflow-wrap: break-word; }
        tbody th { overflow-wrap: anywhere; min-width: 130px; }
        .number { text-align: right; white-space: nowrap; }
        thead .number { white-space: normal; }
        .unit { color: var(--soft); font-size: 11.5px; }
        .total th, .total td, tfoot th, tfoot td { font-weight: 650; background: #f3f6fa; }
        .journal code { font-size: 12px; color: var(--soft); }
        code { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 13px; }
        td.bar { position: relative; width: 26%; min-width: 120px; padding: 0; }
        #aging td .unit { display: none; } /* the row names it */
        #aging tbody th { min-width: 84px; }
        #payers td.bar { width: 16%; }
        #stages td.bar { width: 48%; }
        #payers tbody th, #checks tbody th { min-width: 200px; }
        td.bar svg { position: absolute; inset: 0; width: 100%; height: 100%; }
        .more, .nothing { margin: 8px 0 0; color: var(--soft); font-style: italic; }
        .wrong { display: block; color: var(--red); white-space: normal; }
        .badge { display: inline-block; padding: 1px 9px; border-radius: 10px; font-size: 12.5px; font-weight: 600;
          white-space: nowrap; }
        .badge.good { background: #dff2e8; color: #0f5a36; }
        .badge.ask { background: #fbeed6; color: #6e4706; }
        .badge.bad { background: var(--red); color: #fff; }
        .rates { display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 14px; margin: 10px 0 16px; }
        .rate { background: #eaf5f2; border: 1px solid #c9e4dd; border-radius: 8px; padding: 10px 16px; }
        .rate strong { font-size: 30px; letter-spacing: -0.02em; color: #10594c; }
        .rate small { display: block; }
        .legend { margin: 4px 0 8px; font-size: 13.5px; }
        .swatch { display: inline-block; width: 13px; height: 13px; margin: 0 7px -1px 0; border-radius: 2px; }
        .swatch.received { background: var(--teal); margin-left: 22px; }
        .swatch.due { background: #bcd3ea; border: 1px solid var(--blue); }
        details { margin-top: 8px; font-size: 13.5px; }
        summary { color: var(--blue); cursor: pointer; margin-bottom: 6px; }
        ul { margin: 6px 0; padding-left: 20px; }
        section p { margin: 8px 0 0; }
        .chart { display: block; width: 100%; height: auto; margin: 6px 0 10px; }
        .chart text { font-size: 13px; fill: var(--ink); }
        .chart .value, .chart .share, .chart .name { text-anchor: middle; }
        .chart .value { font-weight: 600; }
        .chart .share, .chart .name, .chart .tick { fill: var(--soft); }
        .chart .tick, text.today { text-anchor: end; font-size: 12px; }
        text.today { fill: var(--red); }
        line { stroke-width: 1; vector-effect: non-scaling-stroke; }
        .grid { stroke: #e6ebf1; }
        .axis { stroke: #7c8a9a; }
        .zero { stroke: #b9c4d0; }
        .link { stroke: #8492a3; }
        line.today { stroke: var(--red); stroke-dasharray: 4 3; }
        rect.balance, rect.stage { fill: var(--deep); }
        rect.raises { fill: var(--blue); }
        rect.lowers, rect.applied, rect.received { fill: var(--teal); }
        rect.asked { fill: var(--amber); }
        rect.due { fill: #bcd3ea; stroke: var(--blue); stroke-width: 1; }
        .age0 { fill: #6f9cc7; } .age1 { fill: #e3b04b; } .age2 { fill: #d98a2b; } .age3 { fill: #c65f2a; }
        .age4, rect.overdue { fill: #a5382a; } .age5 { fill: #6f1d24; }
        .credit { fill: #7fb8ad; }
        @media print {
          @page { size: A4; margin: 12mm; }
          body { background: #fff; font-size: 11px; }
          header { background: none; color: var(--ink); padding: 0 0 6px; }
          header p { color: var(--soft); margin-bottom: 0; }
          nav, details { display: none; }
          main { padding: 0; max-width: none; }
          section { border: 0; border-top: 1px solid var(--rule); border-radius: 0;
            padding: 8px 0 0; margin-top: 10px; overflow: visible; }
          h1 { font-size: 20px; }
          .tile h3, .legend, .verdict, section p, ul { font-size: 10.5px; }
          .verdict { padding: 5px 10px; margin: 6px 0 8px; }
          .verdict a { text-decoration: none; }
          h2 { font-size: 15px; break-after: avoid; }
          th, td { font-size: 10.5px; padding: 3px 6px; }
          thead th, caption, .tile .formula, .rate small, .unit, .badge, code, .journal code { font-size: 9.5px; }
          #payers tbody th, #checks tbody th { min-width: 130px; }
          .tiles { grid-template-columns: repeat(4, 1fr); gap: 6px; }
          .tile { padding: 6px 8px; }
          .tile .value { font-size: 14px; }
          section, tr, .tile, .rate, .chart { break-inside: avoid; }
          thead { display: table-header-group; }
          #aging { break-inside: auto; }
          tfoot { display: table-row-group; }
          .rates { grid-template-columns: 1fr 1fr; }
          .rate strong { font-size: 18px; }
        }

        """;
}
