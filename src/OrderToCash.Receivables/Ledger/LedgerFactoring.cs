namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>True while what a factor has is taken back by its assignment; nothing else may reverse it.</summary>
    internal bool TakesBackFactored { get; set; }

    /// <summary>All that is open of an invoice becomes what a factor owes; null when it may not.</summary>
    internal Money? Sell(OpenItemId id, ItemApplicationId application, AccountRole account)
    {
        if (Settled(new() { Entry = entry, Item = id, Application = application, Date = date }) is not { } settled
            || !IsOwed(settled.Touched)) return null;
        HandOver(settled.Touched, application, settled.Amount, account);
        return settled.Amount;
    }

    /// <summary>A part of a credit becomes what we owe a factor.</summary>
    internal void PassOn(OpenItemId id, ItemApplicationId application, Money amount, AccountRole account)
    {
        var facts = new SettlementFacts { Entry = entry, Item = id, Application = application, Date = date, Amount = amount };
        if (Settled(facts) is not { } settled) return;
        if (settled.Touched.Item.IsDebit || settled.Touched.Item.Kind != OpenItemKind.Payment) Refuse(WrongKind(settled.Touched));
        else HandOver(settled.Touched, application, amount, account);
    }

    /// <summary>Cash with a factor against his account; what it is worth today against what it carries is a result.</summary>
    /// <param name="account">The factor's account.</param>
    /// <param name="balance">What it is.</param>
    /// <param name="amount">What he settles, above zero, or what we pay him, below zero.</param>
    /// <param name="rate">The rate of the day; null in the functional currency.</param>
    /// <param name="sides">Where it goes; together the amount.</param>
    internal void SettleFactor(AccountRole account, FactorBalance balance, Money amount, ExchangeRate? rate,
        params ReadOnlySpan<(AccountRole Role, Money Amount)> sides)
    {
        var value = Functional(amount, rate, "rate");
        if (IsRefused) return;
        var released = balance.Released(amount, beyond => value.Part(beyond, amount));
        var left = value;
        for (var i = 0; i < sides.Length; i++)
        {
            var (role, part) = sides[i];
            var share = i == sides.Length - 1 ? left : value.Part(part, amount);
            Post(role, part, share);
            left -= share;
        }
        PostReleased(account, amount, released, value);
        var result = value - released;
        Post(result.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss, Money.Zero(amount.Currency), -result);
    }

    // Where rates have left the account with a value of the other side, no one line can say both. A line of this account has an
    // amount of its currency: the amount goes twice at what it is worth, and comes back once with what was left of the value.
    private void PostReleased(AccountRole account, Money amount, Money released, Money value)
    {
        if (released.Sign * amount.Sign >= 0)
        {
            Post(account, -amount, -released);
            return;
        }
        Post(account, -amount - amount, -value - value);
        Post(account, amount, value + value - released);
    }

    private void HandOver(Touched touched, ItemApplicationId application, Money amount, AccountRole account)
    {
        var value = Carrying(touched, amount).Value;
        var beside = new EntryLines();
        if (touched.Item.IsDebit) beside.Add(account, amount, value);
        else beside.Add(account, -amount, -value);
        Close(touched, application, ApplicationKind.Factored, amount, beside, lines);
    }
}
