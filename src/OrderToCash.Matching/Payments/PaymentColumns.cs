using System.Runtime.CompilerServices;

namespace OrderToCash.Matching;

/// <summary>Payments as rows, where the caller has them: pinned for the length of a run, and not copied.</summary>
internal sealed class PaymentColumns(PinnedRows rows, int count) : PaymentSource
{
    public override int Count => count;

    public long Number(int payment) => rows[payment].Number;

    public override void Ask(int start, int end)
    {
        for (var i = start; i < end && i < count; i++)
        {
            ref readonly var row = ref rows[i];
            Prefetch.Of(row.Account, LinesOfAccount);
            Prefetch.Of(row.Reference, LinesOfAccount);
            Prefetch.Of(row.Text, LinesOfText);
        }
    }

    public override void Ask(int payment) => Prefetch.OfTwoLines(in rows[payment]);

    public override Money Amount(int payment) => rows[payment].Amount;

    public override LocalDate ReceivedOn(int payment) => rows[payment].ReceivedOn;

    public override bool IsReversal(int payment) => rows[payment].IsReversal;

    public override CustomerId Payer(int payment) => rows[payment].Payer;

    public override string Account(int payment) => rows[payment].Account ?? "";

    public override string ReceivingAccount(int payment) => rows[payment].ReceivingAccount ?? "";

    public override string Name(int payment) => "";

    public override string Text(int payment) => rows[payment].Text ?? "";

    public override ReadOnlySpan<OpenItemId> Rejected(int payment) => rows[payment].Rejected.AsSpan();

    public override int ClaimCount(int payment) => string.IsNullOrEmpty(rows[payment].Reference) ? 0 : 1;

    public override string ClaimedReference(int payment, int claim) => rows[payment].Reference!;

    public override string ClaimedNumber(int payment, int claim) => "";

    public override Money? ClaimedAmount(int payment, int claim) => null;

    public override int Compare(int left, int right) => rows[left].Number.CompareTo(rows[right].Number);

    public override IEnumerable<int[]> RepeatedLines()
    {
        if (IsAscending()) return [];
        using var numbers = new SeenNumbers(count);
        using var lines = new SeenNumbers(count);
        List<int>? repeated = null;
        for (var i = 0; i < count; i++)
        {
            ref readonly var row = ref rows[i];
            if (numbers.Add((ulong)row.Number, i) >= 0)
                throw new ArgumentException($"Payment {row.Number} is in the rows twice.", nameof(rows));
            if (row.BankLine == 0 || row.IsReversal || !row.Amount.IsPositive) continue;
            var known = lines.Add((ulong)row.BankLine, i);
            if (known >= 0) (repeated ??= []).AddRange(known, i);
        }
        return repeated is null ? [] : repeated.Distinct().GroupBy(i => rows[i].BankLine).Select(g => g.ToArray());
    }

    // Numbers and lines that only grow are there once.
    private bool IsAscending()
    {
        for (var i = 1; i < count; i++)
            if (rows[i].Number <= rows[i - 1].Number || rows[i].BankLine <= rows[i - 1].BankLine) return false;
        return true;
    }
}

/// <summary>
/// Rows that do not move while they are read: whoever has them pinned says where the first one is, and asks for no more than
/// there are. They hold references, which the collector follows where they stand.
/// </summary>
internal readonly unsafe struct PinnedRows(byte* first)
{
    public ref readonly PaymentRow this[int index] => ref Unsafe.Add(ref Unsafe.AsRef<PaymentRow>(first), index);
}
