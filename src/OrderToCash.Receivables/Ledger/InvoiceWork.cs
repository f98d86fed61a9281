namespace OrderToCash.Receivables;

/// <summary>One invoice while it is being posted: its items, what other items take off it, its revenue and taxes.</summary>
internal sealed class InvoiceWork(LedgerWork work, InvoiceFacts facts, Instant at)
{
    private readonly Currency currency = facts.Instalments.IsEmpty
        ? facts.Postings[0].Amount.Currency : facts.Instalments[0].Instalment.Amount.Currency;
    private readonly OpenItemId first = facts.Instalments.IsEmpty ? default : facts.Instalments[0].Item;
    private readonly List<(AccountRole Account, Money Amount, Money Value)> postings = [];
    private Money total;
    private Money value;

    internal void Post()
    {
        (total, value) = (Money.Zero(currency), Money.Zero(work.FunctionalCurrency));
        for (var i = 0; i < facts.Postings.Count; i++) AddPosting(facts.Postings[i], $"postings[{i}]");
        var pending = facts.IsTaxOnCash ? MakePending() : null;
        for (var i = 0; i < facts.Instalments.Count; i++) AddInstalment(facts.Instalments[i], $"instalments[{i}]", pending);
        for (var i = 0; i < facts.Deferred.Count; i++) Defer(facts.Deferred[i], $"deferred[{i}]");
        for (var i = 0; i < facts.ContractAssets.Count; i++) Clear(facts.ContractAssets[i], $"contractAssets[{i}]");
        for (var i = 0; i < facts.Deposits.Count; i++) TakeOff(facts.Deposits[i], $"deposits[{i}]");
        var (posted, postedValue) = (Money.Zero(currency), Money.Zero(work.FunctionalCurrency));
        foreach (var (account, amount, converted) in postings)
        {
            Post(account, amount, converted);
            (posted, postedValue) = (posted + amount, postedValue + converted);
        }
        if (posted != total) work.Refuse(LedgerErrors.TotalsDiffer.At("postings", ("instalments", total), ("postings", posted)));
        work.Post(AccountRole.FxRounding, Money.Zero(currency), postedValue - value);
    }

    // Where deposits and contract assets took the amount away, what is left of its value is a result of their rates, or cents.
    private void Post(AccountRole account, Money amount, Money converted)
    {
        var isWorth = converted.IsZero || converted.Sign == amount.Sign;
        work.Post(account, -amount, isWorth ? -converted : Money.Zero(work.FunctionalCurrency));
        if (isWorth) return;
        var role = facts.Deposits.IsEmpty || !IsRevenue(account) ? AccountRole.FxRounding
            : converted.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss;
        work.Post(role, Money.Zero(currency), -converted);
    }

    private void AddPosting(Posting posting, string target)
    {
        if (IsOf(posting.Amount, target))
            postings.Add((posting.Account, posting.Amount,
                work.Functional(posting.Amount, posting.Functional, facts.Rate, target + ".functional")));
    }

    private void AddInstalment(InstalmentItem part, string target, PendingTax? pending)
    {
        var amount = part.Instalment.Amount;
        if (!IsOf(amount, target)) return;
        if (!amount.IsPositive) work.Refuse(LedgerErrors.AmountNotPositive.At(target + ".amount", ("amount", amount)));
        var converted = work.Functional(amount, part.Functional, facts.Rate, target + ".functional");
        if (!work.IsRefused)
            work.Open(Item(part, converted) with { PendingTax = pending?.Take(part.Instalment) }, target + ".item");
        (total, value) = (total + amount, value + converted);
    }

    /// <summary>The tax that waits for payment, given out over the instalments.</summary>
    private sealed class PendingTax(Money tax, Money functional)
    {
        private Money taken = Money.Zero(tax.Currency);
        private Money given = Money.Zero(functional.Currency);

        internal Money Tax => tax;

        internal Money? Take(Instalment instalment)
        {
            taken += Money.Sum(instalment.TaxShares.Select(share => share.Tax), tax.Currency);
            var part = taken.IsZero ? Money.Zero(functional.Currency) : functional.Part(taken, tax) - given;
            given += part;
            return part;
        }
    }

    private PendingTax? MakePending()
    {
        var roles = facts.TaxRoles.IsEmpty ? [AccountRole.OutputTax] : facts.TaxRoles.Distinct().ToArray();
        var (tax, converted) = (Money.Zero(currency), Money.Zero(work.FunctionalCurrency));
        for (var i = 0; i < postings.Count; i++)
        {
            if (!roles.Contains(postings[i].Account)) continue;
            (tax, converted) = (tax + postings[i].Amount, converted + postings[i].Value);
            postings[i] = postings[i] with { Account = AccountRole.PendingOutputTax };
        }
        var shared = Money.Sum(facts.Instalments.SelectMany(i => i.Instalment.TaxShares).Select(s => s.Tax), currency);
        if (shared != tax)
            work.Refuse(LedgerErrors.TotalsDiffer.At("instalments.taxShares", ("instalments", shared), ("postings", tax)));
        return tax.IsZero || shared != tax ? null : new(tax, converted);
    }

    private void Defer(DeferredPart part, string target)
    {
        if (!IsOf(part.Amount, target)) return;
        if (!part.Amount.IsPositive)
            work.Refuse(LedgerErrors.AmountNotPositive.At(target + ".amount", ("amount", part.Amount)));
        var converted = work.Functional(part.Amount, facts.Rate, "rate");
        LowerRevenue(part.Amount, converted, target);
        if (!work.IsRefused) work.Open(Item(part, converted), target + ".item");
    }

    private void Clear(OpenItemId id, string target)
    {
        if (work.TakeOver(id, OpenItemKind.ContractAsset, first, target) is not { } taken) return;
        if (!IsOf(taken.Amount, target)) return;
        var converted = work.Functional(taken.Amount, facts.Rate, "rate");
        LowerRevenue(taken.Amount, converted, target);
        var result = converted - taken.Functional;
        work.Post(result.IsPositive ? AccountRole.RealisedGain : AccountRole.RealisedLoss, Money.Zero(currency), -result);
    }

    // The tax of the deposit was paid with it; that part of the revenue is worth what the deposit brought.
    private void TakeOff(OpenItemId id, string target)
    {
        if (work.TakeOver(id, OpenItemKind.Deposit, first, target) is not { } taken) return;
        if (!IsOf(taken.Amount, target)) return;
        Lower(IsRevenue, Money.Zero(currency), work.Functional(taken.Amount, facts.Rate, "rate") - taken.Functional, target);
        foreach (var (role, share) in taken.Taxes)
            Lower(account => account == role, share.Tax, work.Functional(share.Tax, facts.Rate, "rate"), target);
        (total, value) = (total + taken.Amount, value + taken.Functional);
    }

    private void LowerRevenue(Money amount, Money converted, string target)
    {
        Lower(IsRevenue, amount, converted, target);
        (total, value) = (total - amount, value - converted);
    }

    private static bool IsRevenue(AccountRole account) => account.Value.StartsWith("revenue.", StringComparison.Ordinal);

    private void Lower(Func<AccountRole, bool> fits, Money amount, Money converted, string target)
    {
        var index = postings.FindIndex(posting => fits(posting.Account));
        var invoiced = index < 0 ? Money.Zero(currency) : postings[index].Amount;
        if (amount > invoiced || index < 0)
        {
            work.Refuse(LedgerErrors.MoreThanInvoiced.At(target, ("amount", amount), ("invoiced", invoiced)));
            return;
        }
        var posting = postings[index];
        postings[index] = posting with { Amount = posting.Amount - amount, Value = posting.Value - converted };
    }

    private bool IsOf(Money amount, string target)
    {
        if (amount.Currency == currency) return true;
        work.Refuse(LedgerErrors.OtherCurrency.At(target + ".amount", ("amount", amount), ("expected", currency)));
        return false;
    }

    private OpenItem Item(InstalmentItem part, Money functional) => new()
    {
        Id = part.Item,
        LegalEntity = facts.LegalEntity,
        Customer = facts.Customer,
        Kind = facts.Kind ?? OpenItemKind.Invoice,
        DocumentNumber = facts.DocumentNumber,
        Invoice = facts.Invoice,
        Instalment = part.Instalment.Number,
        PaymentReference = facts.PaymentReference,
        DocumentDate = facts.DocumentDate,
        DueDate = part.Instalment.DueDate,
        Amount = part.Instalment.Amount,
        FunctionalAmount = functional,
        Discounts = part.Instalment.Discounts,
        TaxShares = part.Instalment.TaxShares,
        TaxRoles = facts.TaxRoles,
        DiscountTax = facts.DiscountTax,
        IsRecordedNet = facts.IsRecordedNet,
        Rate = facts.Rate,
        Role = facts.Role,
        Entry = facts.Entry,
        RecordedAt = at,
    };

    private OpenItem Item(DeferredPart part, Money functional) => new()
    {
        Id = part.Item,
        LegalEntity = facts.LegalEntity,
        Customer = facts.Customer,
        Kind = OpenItemKind.Deferral,
        DocumentNumber = facts.DocumentNumber,
        DocumentDate = facts.DocumentDate,
        DueDate = facts.DocumentDate,
        Amount = -part.Amount,
        FunctionalAmount = -functional,
        Rate = facts.Rate,
        Role = part.Role,
        Entry = facts.Entry,
        RecordedAt = at,
    };
}
