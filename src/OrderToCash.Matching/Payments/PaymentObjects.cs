namespace OrderToCash.Matching;

/// <summary>Payments as objects.</summary>
internal sealed class PaymentObjects(IncomingPayment[] payments) : PaymentSource
{
    private const int Block = 16;

    public override int Count => payments.Length;

    public PaymentId Id(int payment) => payments[payment].Id;

    public override void Ask(int start, int end)
    {
        end = Math.Min(end, payments.Length);
        for (var i = start; i < end; i++)
        {
            var payment = payments[i];
            Prefetch.Of(payment.CounterpartyAccount, LinesOfAccount);
            if (payment.Claims.IsEmpty) Prefetch.Of(payment.RemittanceText, LinesOfText);
        }
        // The objects of the block after the next one.
        for (var i = end; i < payments.Length && i < end + end - start; i++) Prefetch.OfObject(payments[i]);
    }

    public override void Ask(int payment) => Prefetch.OfObject(payments[payment]);

    public override Money Amount(int payment) => payments[payment].Amount;

    public override LocalDate ReceivedOn(int payment) => payments[payment].ReceivedOn;

    public override bool IsReversal(int payment) => payments[payment].IsReversal;

    public override CustomerId Payer(int payment) => payments[payment].Payer;

    public override string Account(int payment) => payments[payment].CounterpartyAccount;

    public override string ReceivingAccount(int payment) => payments[payment].ReceivingAccount;

    public override string Name(int payment) => payments[payment].CounterpartyName;

    public override string Text(int payment) => payments[payment].RemittanceText;

    public override string PayerReference(int payment) => payments[payment].PayerReference;

    public override ReadOnlySpan<OpenItemId> Rejected(int payment) => payments[payment].Rejected.AsSpan();

    public override int ClaimCount(int payment) => payments[payment].Claims.Count;

    public override string ClaimedReference(int payment, int claim) => payments[payment].Claims[claim].StructuredReference;

    public override string ClaimedNumber(int payment, int claim) => payments[payment].Claims[claim].DocumentNumber;

    public override Money? ClaimedAmount(int payment, int claim) => payments[payment].Claims[claim].Amount;

    public override int Compare(int left, int right) => payments[left].Id.CompareTo(payments[right].Id);

    public override IEnumerable<int[]> RepeatedLines()
    {
        if (IsAscending()) return [];
        using var ids = new SeenTexts(payments.Length);
        using var identities = new SeenTexts(payments.Length);
        Func<int, string> idAt = i => payments[i].Id.Value;
        Func<int, string> identityAt = i => payments[i].BankIdentity;
        var repeated = new List<int>();
        for (var i = 0; i < payments.Length; i++)
        {
            if (ids.Add(payments[i].Id.Value, i, idAt) >= 0)
                throw new ArgumentException($"Payment {payments[i].Id} is in the list twice.", nameof(payments));
            if (payments[i].BankIdentity.Length == 0 || payments[i].IsReversal || !payments[i].Amount.IsPositive) continue;
            var known = identities.Add(payments[i].BankIdentity, i, identityAt);
            if (known >= 0) repeated.AddRange(known, i);
        }
        return repeated.Count == 0 ? [] : repeated.Distinct()
            .GroupBy(i => payments[i].BankIdentity, StringComparer.Ordinal).Select(g => g.ToArray());
    }

    // Ids and lines that only grow are there once.
    private bool IsAscending()
    {
        for (var i = 1; i < payments.Length; i++)
        {
            AskIdentity(i);
            if (payments[i].Id.CompareTo(payments[i - 1].Id) <= 0
                || string.CompareOrdinal(payments[i].BankIdentity, payments[i - 1].BankIdentity) <= 0)
                return false;
        }
        return true;
    }

    // Of payments that come later: where they stand, then their ids.
    private void AskIdentity(int payment)
    {
        if (payment + 2 * Block < payments.Length) Prefetch.OfObject(payments[payment + 2 * Block]);
        if (payment + Block >= payments.Length) return;
        Prefetch.Of(payments[payment + Block].Id.Value, 1);
        Prefetch.Of(payments[payment + Block].BankIdentity, 1);
    }
}
