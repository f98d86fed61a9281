using FsCheck;
using FsCheck.Fluent;
using Result = OrderToCash.Primitives.Result;

namespace OrderToCash.Tax.Tests;

/// <summary>What engines do: the built-in one tells the truth, the fakes fail and lie, each in its own way.</summary>
public class TaxEngineTests
{
    private static readonly TaxEngine BuiltIn = new(BuiltInTaxRates.Table, jurisdictions: AnAmericanSale.Table);
    private static readonly TaxQuestion German = AQuestion.From("DE").On(2024, 3, 1);

    private static readonly TaxEngineRequest Request = new()
    {
        Document = new() { LegalEntity = new("DE01"), Key = "draft-7" },
        Currency = Currency.Eur,
        Computation = TaxComputation.ByBreakdown,
        Lines = [Line("a", 10.03m, German), Line("b", 20.03m, German), Line("c", 50, German.Of(TaxClass.Reduced))],
    };

    private static TaxEngineLine Line(string key, decimal net, TaxQuestion question) =>
        new() { Key = key, Net = Money.Of(net, Currency.Eur), Quantity = 1, Question = question };

    private static TaxAnswer Honest => Expect.Success(BuiltIn.Quote(Request));

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static TaxAnswer WithLine(int i, Func<TaxAnswerLine, TaxAnswerLine> change) => Honest with { Lines = Honest.Lines.SetItem(i, change(Honest.Lines[i])) };

    private static TaxAnswer WithComponent(Func<TaxComponent, TaxComponent> change) => WithLine(0, l => l with { Components = [change(l.Components[0])] });

    [Fact]
    public void The_built_in_engine_answers_by_line_and_its_lines_add_up_to_the_breakdown()
    {
        Assert.Equal(["a DE 19% 1.91", "b DE 19% 3.80", "c DE 7% 3.50"],
            Honest.Lines.Select(l => $"{l.Key} {l.Components[0].Jurisdiction} {l.Components[0].Rate} {l.Tax.Amount}"));
        Assert.Equal((Eur(80.06m), Eur(9.21m)), (Honest.Net, Honest.Tax));
        Expect.Success(TaxAnswers.Verify(Request, Honest));
    }

    [Fact]
    public void A_refusal_of_the_rules_names_its_line()
    {
        var request = Request with { Lines = Request.Lines.Add(Line("d", 1, AQuestion.From("AU"))) };
        Assert.Equal("lines[3].taxClass", Expect.Refused(TaxErrors.RateMissing, BuiltIn.Quote(request)).Target);
    }

    [Fact]
    public void Sales_inside_the_United_States_go_by_jurisdictions()
    {
        var us = AQuestion.From("US").On(2024, 3, 1);
        var request = Request with
        {
            Currency = Currency.Usd,
            Lines = [new() { Key = "table", Net = Money.Of(4_000, Currency.Usd), Quantity = 1, Question = us }, new() { Key = "freight", Net = Money.Of(10, Currency.Usd), Quantity = 1, Question = us, IsFreight = true }],
            ShipFrom = new() { State = "TX", PostCode = "75701" },
            ShipTo = new() { State = "TN", PostCode = "37203" },
            CollectsIn = ["TN"],
        };
        var answer = Expect.Success(TaxAnswers.Verify(request, Expect.Success(BuiltIn.Quote(request))));
        Assert.Equal(["TN 7% 280.00", "TN/single-article 2.75% 44.00", "TN-037 2.25% 36.00"],
            answer.Lines[0].Components.Select(c => $"{c.Jurisdiction} {c.Rate} {c.Tax.Amount}"));
        var exempt = Expect.Success(BuiltIn.Quote(request with { Certificates = [ExemptionTests.Accepted] }));
        Assert.Equal((TaxCategory.Exempt, "exemption certificate CERT-1"), (exempt.Lines[0].Treatment.Category, exempt.Lines[0].Treatment.ReasonText));
        Expect.Success(TaxAnswers.Verify(request, exempt));
        var elsewhere = Expect.Success(BuiltIn.Quote(request with { CollectsIn = [] }));
        Assert.Equal(TaxCategory.OutOfScope, elsewhere.Lines[0].Treatment.Category);
        Expect.Refused(TaxEngineErrors.PlaceMissing, BuiltIn.Quote(request with { ShipTo = null }));
    }

    [Fact]
    public async Task Commit_void_and_reversal_repeat_without_a_second_effect()
    {
        var commit = new TaxCommit { Key = new("post-7"), Request = Request, Number = "RE-7", Tax = Honest.Tax };
        var first = Expect.Success(await BuiltIn.CommitAsync(commit, default));
        Assert.Equal(("post-7", first), (first.Transaction, Expect.Success(await BuiltIn.CommitAsync(commit, default))));
        Expect.Success(await TaxEngineCall.CommitAsync(BuiltIn, commit, default, default));
        Expect.Refused(TaxEngineErrors.CommitDiffers, await BuiltIn.CommitAsync(commit with { Tax = Eur(9) }, default));

        var credit = Request with
        {
            Document = Request.Document with { Key = "credit-7", Kind = TaxDocumentKind.CreditNote },
            Lines = Request.Lines.Select(l => l with { Net = -l.Net }).ToEquatableArray(),
        };
        var reversed = Expect.Success(await BuiltIn.ReverseAsync(new() { Key = new("rev-7"), Original = Request.Document, Request = credit }, default));
        Assert.Equal(-Honest.Tax, reversed.Tax);
        Expect.Success(TaxAnswers.Verify(credit, reversed));
        Expect.Refused(TaxEngineErrors.NotAReversal, await BuiltIn.ReverseAsync(new() { Key = new("rev-8"), Original = Request.Document, Request = Request }, default));
    }

    private static TaxReversal Reversal(string key, params TaxEngineLine[] lines) => new()
    {
        Key = new(key), Original = Request.Document,
        Request = Request with { Document = Request.Document with { Key = $"credit-{key}", Kind = TaxDocumentKind.CreditNote }, Lines = [.. lines] },
    };

    [Fact]
    public async Task What_was_voided_is_not_voided_or_credited_again_and_what_was_credited_is_not_voided()
    {
        var engine = new TaxEngine(BuiltInTaxRates.Table);
        Expect.Success(await engine.CommitAsync(new() { Key = new("post-7"), Request = Request, Number = "RE-7", Tax = Honest.Tax }, default));
        var credited = new TaxEngine(BuiltInTaxRates.Table, records: [engine.RecordOf(Request.Document)!]);
        for (var repeat = 0; repeat < 2; repeat++) Expect.Success(await engine.VoidAsync(new() { Key = new("void-7"), Document = Request.Document }, default));
        Expect.Refused(TaxEngineErrors.AlreadyVoided, await engine.VoidAsync(new() { Key = new("void-8"), Document = Request.Document }, default));
        Expect.Refused(TaxEngineErrors.AlreadyVoided, await engine.ReverseAsync(Reversal("r", Line("a", -1, German)), default));
        Expect.Success(await engine.VoidAsync(new() { Key = new("void-9"), Document = Request.Document with { Key = "unknown" } }, default));
        Expect.Success(await credited.ReverseAsync(Reversal("r", Line("a", -1, German)), default));
        Expect.Refused(TaxEngineErrors.HasReversals, await credited.VoidAsync(new() { Key = new("void-7"), Document = Request.Document }, default));
        Expect.Refused(TaxEngineErrors.AlreadyVoided,
            await TaxEngineCall.ReverseAsync(engine, Reversal("r", Line("a", -1, German)), engine.RecordOf(Request.Document)!, default, default));
    }

    [Fact]
    public async Task Credits_give_back_at_most_what_was_committed()
    {
        var engine = new TaxEngine(BuiltInTaxRates.Table);
        Expect.Success(await engine.CommitAsync(new() { Key = new("post-7"), Request = Request, Number = "RE-7", Tax = Honest.Tax }, default));
        var half = Reversal("half", Line("a", -10.03m, German), Line("c", -25, German.Of(TaxClass.Reduced)));
        for (var repeat = 0; repeat < 2; repeat++) Expect.Success(await engine.ReverseAsync(half, default));
        Expect.Refused(TaxEngineErrors.ReversedTooMuch, await engine.ReverseAsync(Reversal("more", Line("c", -25.50m, German.Of(TaxClass.Reduced))), default));
        Expect.Refused(TaxEngineErrors.ReversedTooMuch, await engine.ReverseAsync(Reversal("rate", Line("c", -30, German)), default));
        Expect.Success(await engine.ReverseAsync(Reversal("rest", Line("b", -20.03m, German), Line("c", -25, German.Of(TaxClass.Reduced))), default));
        Expect.Refused(TaxEngineErrors.ReversedTooMuch, await engine.ReverseAsync(Reversal("again", Line("a", -0.10m, German)), default));
        var record = new TaxRecord { Committed = Honest };
        var liar = new Fake(r => new(BuiltIn.Quote(r)));
        var after = Expect.Success(await TaxEngineCall.ReverseAsync(liar, half, record, default, default));
        Expect.Refused(TaxEngineErrors.ReversedTooMuch,
            await TaxEngineCall.ReverseAsync(liar, Reversal("all", [.. Request.Lines.Select(l => l with { Net = -l.Net })]), after, default, default));
        Expect.Refused(TaxEngineErrors.OtherDocument, record.Reverse(half with { Original = Request.Document with { Key = "x" } }, Honest));
        Expect.Refused(TaxEngineErrors.NotAReversal, record.Reverse(half, Honest));
        Expect.Refused(TaxEngineErrors.OtherCurrency, record.Reverse(half, Honest with { Currency = Currency.Usd }));
    }

    [Fact]
    public async Task An_engine_that_fails_leaves_a_reason_and_the_draft()
    {
        var thrown = Expect.Refused(TaxEngineErrors.Failed, await Ask(_ => throw new InvalidOperationException("connection reset")));
        Assert.Equal(("connection reset", true), (thrown.Fact("reason"), thrown.Retryable));
        Expect.Refused(TaxEngineErrors.Failed, await Ask(async _ => { await Task.Yield(); throw new TimeoutException(); }));
        Expect.Refused(TaxEngineErrors.NoAnswer, await Ask(_ => new((Result<TaxAnswer>)null!)));
        Expect.Refused(TaxEngineErrors.NoAnswer, await Ask(_ => new(Result.Success<TaxAnswer>(null!))));
        Expect.Refused(TaxEngineErrors.TimedOut, await Ask(_ => throw new TaskCanceledException()));
        Expect.Refused(TaxErrors.RateMissing, await Ask(_ => new(Result.Failure<TaxAnswer>(TaxErrors.RateMissing.With()))));
    }

    [Fact]
    public async Task An_engine_that_hangs_is_left_behind_and_the_callers_own_cancellation_is_thrown()
    {
        using var timeout = new CancellationTokenSource();
        var never = new TaskCompletionSource<Result<TaxAnswer>>();
        var asked = TaxEngineCall.AskAsync(new Fake(_ => new(never.Task)), Request, timeout.Token, default).AsTask();
        Assert.False(asked.IsCompleted);
        await timeout.CancelAsync();
        Expect.Refused(TaxEngineErrors.TimedOut, await asked);

        using var caller = new CancellationTokenSource();
        var other = TaxEngineCall.AskAsync(new Fake(_ => new(never.Task)), Request, default, caller.Token).AsTask();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
    }

    private static ValueTask<Result<TaxAnswer>> Ask(Func<TaxEngineRequest, ValueTask<Result<TaxAnswer>>> quote) =>
        TaxEngineCall.AskAsync(new Fake(quote), Request, default, default);

    private static async Task Refused(ErrorCode code, TaxAnswer lie) => Expect.Refused(code, await Ask(_ => new(Result.Success(lie))));

    [Fact]
    public async Task A_lie_about_the_document_its_currency_or_its_lines_is_found()
    {
        Expect.Refused(TaxEngineErrors.OtherDocument, await Ask(_ => new(Result.Success(Honest with { Document = Request.Document with { Key = "draft-8" } }))));
        Expect.Refused(TaxEngineErrors.OtherCurrency, await Ask(_ => new(Result.Success(Honest with { Currency = Currency.Usd }))));
        await Refused(TaxEngineErrors.OtherCurrency, WithComponent(c => c with { Tax = Money.Of(1.91m, Currency.Usd) }));
        Expect.Refused(TaxEngineErrors.LineMissing, TaxAnswers.Verify(Request, Honest with { Lines = [.. Honest.Lines.Take(2)] }));
        Expect.Refused(TaxEngineErrors.LineDoubled, TaxAnswers.Verify(Request, Honest with { Lines = Honest.Lines.Add(Honest.Lines[0]) }));
        Expect.Refused(TaxEngineErrors.LineUnknown, TaxAnswers.Verify(Request, Honest with { Lines = Honest.Lines.Add(Honest.Lines[0] with { Key = "z" }) }));
        Expect.Refused(TaxEngineErrors.NetChanged, TaxAnswers.Verify(Request, WithLine(0, l => l with { Net = Eur(10.04m) })));
    }

    [Fact]
    public void A_lie_about_sums_signs_bases_and_amounts_is_found()
    {
        Expect.Refused(TaxEngineErrors.SumWrong, TaxAnswers.Verify(Request, Honest with { Tax = Eur(9.22m) }));
        Expect.Refused(TaxEngineErrors.SumWrong, TaxAnswers.Verify(Request, Honest with { Net = Eur(80) }));
        Expect.Refused(TaxEngineErrors.SumWrong, TaxAnswers.Verify(Request, WithLine(0, l => l with { Tax = Eur(1.92m) })));
        Expect.Refused(TaxEngineErrors.SumWrong, TaxAnswers.Verify(Request, WithComponent(c => c with { Tax = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur) })));
        Expect.Refused(TaxEngineErrors.SignWrong, TaxAnswers.Verify(Request, WithComponent(c => c with { Tax = -c.Tax })));
        Expect.Refused(TaxEngineErrors.BaseWrong, TaxAnswers.Verify(Request, WithComponent(c => c with { Taxable = Eur(10.04m) })));
        Expect.Refused(TaxEngineErrors.AmountWrong, TaxAnswers.Verify(Request, WithComponent(c => c with { Tax = Eur(1.93m) })));
        Expect.Refused(TaxEngineErrors.AmountWrong, TaxAnswers.Verify(Request, WithComponent(c => c with { Rate = Percentage.Of(1e20m) })));
        Expect.Refused(TaxEngineErrors.TreatmentWrong, TaxAnswers.Verify(Request, WithLine(0, l => l with { Treatment = l.Treatment with { Rate = Percentage.Of(20) } })));
        Expect.Refused(TaxEngineErrors.TreatmentWrong, TaxAnswers.Verify(Request, WithLine(0, l => l with { Treatment = l.Treatment with { Category = TaxCategory.Export } })));
    }

    [Fact]
    public void A_cent_too_much_on_every_line_is_a_wrong_rate_and_not_rounding()
    {
        var many = Request with { Lines = Enumerable.Range(0, 100).Select(i => Line($"l{i}", 10, German)).ToEquatableArray() };
        var honest = Expect.Success(BuiltIn.Quote(many));
        var skimmed = honest with
        {
            Tax = honest.Tax + Eur(1),
            Lines = honest.Lines.Select(l => l with { Tax = l.Tax + Eur(0.01m), Components = [l.Components[0] with { Tax = l.Tax + Eur(0.01m) }] }).ToEquatableArray(),
        };
        Assert.Equal("tax", Expect.Refused(TaxEngineErrors.AmountWrong, TaxAnswers.Verify(many, skimmed)).Target);
    }

    [Fact]
    public async Task A_commit_that_records_another_amount_than_was_posted_is_found()
    {
        var commit = new TaxCommit { Key = new("post-7"), Request = Request, Number = "RE-7", Tax = Eur(9.20m) };
        Expect.Refused(TaxEngineErrors.CommitDiffers, await TaxEngineCall.CommitAsync(new Fake(_ => new(Result.Success(Honest))), commit, default, default));
    }

    public static Arbitrary<TaxEngineRequest> Documents { get; } = Arb.From(
        from nets in Gen.ArrayOf(Gen.Choose(-100_000, 1_000_000))
        from classes in Gen.ArrayOf(Gen.Elements(TaxClass.Standard, TaxClass.Reduced, TaxClass.Exempt, TaxClass.Zero), nets.Length)
        from computation in Gen.Elements<TaxComputation>([.. TaxComputation.List])
        select Request with { Computation = computation, Lines = nets.Select((n, i) => Line($"l{i}", n / 100m, German.Of(classes[i]))).ToEquatableArray() });

    [Property(MaxTest = 500, Arbitrary = [typeof(TaxEngineTests)])]
    public bool Every_answer_of_the_built_in_engine_verifies_and_equals_the_breakdown(TaxEngineRequest request)
    {
        var answer = BuiltIn.Quote(request).Value;
        var lines = answer.Lines.Select(l => new TaxableLine { Net = l.Net, Category = l.Treatment.Category, Rate = l.Treatment.Rate }).ToArray();
        return TaxAnswers.Verify(request, answer).IsSuccess && TaxBreakdown.Compute(lines, request.Computation, Currency.Eur).Tax == answer.Tax;
    }

    private sealed class Fake(Func<TaxEngineRequest, ValueTask<Result<TaxAnswer>>> quote) : ITaxEngine
    {
        public ValueTask<Result<TaxAnswer>> QuoteAsync(TaxEngineRequest request, CancellationToken cancellationToken) => quote(request);

        public ValueTask<Result<TaxAnswer>> CommitAsync(TaxCommit commit, CancellationToken cancellationToken) => quote(commit.Request);

        public ValueTask<Result<TaxDocumentRef>> VoidAsync(TaxVoid request, CancellationToken cancellationToken) => new(Result.Success(request.Document));

        public ValueTask<Result<TaxAnswer>> ReverseAsync(TaxReversal reversal, CancellationToken cancellationToken) => quote(reversal.Request);
    }
}
