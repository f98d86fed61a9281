using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>Everything the report page says, already computed; the page only shows it.</summary>
public sealed record CycleReport
{
    /// <summary>The seller's name.</summary>
    public required string Seller { get; init; }

    /// <summary>The currency of the books; every amount below is in it unless it says otherwise.</summary>
    public required Currency Functional { get; init; }

    /// <summary>The day the report looks at.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The seed of what was made up.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The first and last day of the orders.</summary>
    public required LocalDate FirstOrder { get; init; }

    /// <summary>The last day of the orders.</summary>
    public required LocalDate LastOrder { get; init; }

    /// <summary>Where the input came from, one sentence a file.</summary>
    public required EquatableArray<string> Sources { get; init; }

    /// <summary>From order to cash: how many documents and how much money reached each stage, in order.</summary>
    public required EquatableArray<ReportStage> Stages { get; init; }

    /// <summary>
    /// What happened to the money: starts with what was invoiced, ends with what is open. The figures add up in order.
    /// </summary>
    public required EquatableArray<ReportMovement> Movements { get; init; }

    /// <summary>Aging per document currency, as of the day; the row of the functional currency totals comes last.</summary>
    public required EquatableArray<ReportAging> Aging { get; init; }

    /// <summary>The names of the aging buckets, in order.</summary>
    public required EquatableArray<string> Buckets { get; init; }

    /// <summary>
    /// How many buckets after the first hold what is overdue. The first holds what is not due yet; those after them, if any, hold
    /// credits that stand apart.
    /// </summary>
    public int OverdueBuckets { get; init; } = new AgingPolicy().BucketNames().Count - 1;

    /// <summary>Cash received and invoices falling due, by week.</summary>
    public required EquatableArray<ReportWeek> Weeks { get; init; }

    /// <summary>What became of the bank lines.</summary>
    public required EquatableArray<ReportOutcome> Outcomes { get; init; }

    /// <summary>Key figures, with their formula and inputs.</summary>
    public required EquatableArray<ReportFigure> Figures { get; init; }

    /// <summary>Who owes the most that is overdue.</summary>
    public required EquatableArray<ReportPayer> WorstPayers { get; init; }

    /// <summary>The reminders that went out.</summary>
    public required EquatableArray<ReportDunning> Dunning { get; init; }

    /// <summary>Orders that credit held back.</summary>
    public required EquatableArray<ReportHold> Holds { get; init; }

    /// <summary>Rows of input that were refused, by code.</summary>
    public required EquatableArray<ReportRejection> Rejections { get; init; }

    /// <summary>What was checked at the end.</summary>
    public required EquatableArray<SelfCheck> Checks { get; init; }
}

/// <summary>A stage of the cycle.</summary>
public sealed record ReportStage
{
    /// <summary>The stage.</summary>
    public required string Name { get; init; }

    /// <summary>How many documents reached it.</summary>
    public required int Count { get; init; }

    /// <summary>How much they are worth.</summary>
    public required Money Amount { get; init; }
}

/// <summary>A step of what happened to the money.</summary>
public sealed record ReportMovement
{
    /// <summary>What happened.</summary>
    public required string Name { get; init; }

    /// <summary>The effect on what customers owe; above zero raises it.</summary>
    public required Money Amount { get; init; }

    /// <summary>True for the balance that the steps before add up to.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Where it stands in the journal: event and account role.</summary>
    public required string Journal { get; init; }
}

/// <summary>Aging of one currency.</summary>
public sealed record ReportAging
{
    /// <summary>The currency of the documents, or of the books for the total.</summary>
    public required Currency Currency { get; init; }

    /// <summary>One amount a bucket, in the order of the names.</summary>
    public required EquatableArray<Money> Amounts { get; init; }

    /// <summary>The sum of the buckets: the balance.</summary>
    public required Money Total { get; init; }

    /// <summary>True for the row that totals all currencies in the currency of the books.</summary>
    public bool IsTotal { get; init; }
}

/// <summary>A week, Monday to Sunday.</summary>
public sealed record ReportWeek
{
    /// <summary>Its Monday.</summary>
    public required LocalDate Monday { get; init; }

    /// <summary>Money that came in, less what went back.</summary>
    public required Money Received { get; init; }

    /// <summary>Invoiced amounts that fell due.</summary>
    public required Money Due { get; init; }
}

/// <summary>An outcome of matching.</summary>
public sealed record ReportOutcome
{
    /// <summary>The outcome, in words.</summary>
    public required string Name { get; init; }

    /// <summary>How many bank lines.</summary>
    public required int Count { get; init; }

    /// <summary>How much money.</summary>
    public required Money Amount { get; init; }

    /// <summary>True when the engine applied it without a person.</summary>
    public required bool IsApplied { get; init; }
}

/// <summary>A key figure.</summary>
public sealed record ReportFigure
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The value with its unit, or why there is none.</summary>
    public required string Value { get; init; }

    /// <summary>The formula with its inputs.</summary>
    public required string Formula { get; init; }
}

/// <summary>A customer who pays late.</summary>
public sealed record ReportPayer
{
    /// <summary>The account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The country.</summary>
    public required string Country { get; init; }

    /// <summary>Overdue.</summary>
    public required Money Overdue { get; init; }

    /// <summary>Open in all.</summary>
    public required Money Open { get; init; }

    /// <summary>Days the oldest open invoice is overdue.</summary>
    public required int OldestDays { get; init; }

    /// <summary>The level of the last reminder; zero for none.</summary>
    public required int Level { get; init; }
}

/// <summary>The reminders of one run, currency and level.</summary>
public sealed record ReportDunning
{
    /// <summary>The day of the run.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The level.</summary>
    public required int Level { get; init; }

    /// <summary>How many letters.</summary>
    public required int Letters { get; init; }

    /// <summary>What they ask for.</summary>
    public required Money Amount { get; init; }
}

/// <summary>An order that credit held back.</summary>
public sealed record ReportHold
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The customer's name.</summary>
    public required string Customer { get; init; }

    /// <summary>The order's value, in its own currency.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>True when somebody released it.</summary>
    public required bool IsReleased { get; init; }
}

/// <summary>Refused rows of one code.</summary>
public sealed record ReportRejection
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>How many rows.</summary>
    public required int Count { get; init; }

    /// <summary>The first of them, as an example.</summary>
    public required string Example { get; init; }
}

/// <summary>A check of the finished run.</summary>
public sealed record SelfCheck
{
    /// <summary>What was checked.</summary>
    public required string Name { get; init; }

    /// <summary>True when it holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>The figures.</summary>
    public required string Detail { get; init; }
}
