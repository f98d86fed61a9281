using System.Text.Json;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class InvoiceAccountTests
{
    private static readonly InvoiceAccount Account = Draft().With(Line("Lantern", 3, "0.33 GBP"), Line("Book", 2, "4.55 GBP", Zero)).Posted();

    private static CreditRequest Pieces(int line, decimal quantity) => CreditRequest.Of(line, Quantity.Pieces(quantity));

    [Fact]
    public void Crediting_the_whole_takes_everything_back()
    {
        var credited = Expect.Success(Account.Credited(1)).State;
        Assert.True(credited.RemainingGross.IsZero);
        Assert.True(credited.IsFullyCredited);
        Assert.Empty(credited.Check());
        Expect.Refused(CreditNoteErrors.NothingToCredit, credited.Credited(2));
    }

    [Fact]
    public void Tax_of_partial_credits_is_cumulative()
    {
        var account = Account;
        var taxes = new List<string>();
        foreach (var n in Enumerable.Range(1, 3))
        {
            var decision = Expect.Success(account.Credited(n, Pieces(1, 1)));
            taxes.Add(Assert.IsType<CreditNotePosted>(decision.Events[0]).CreditNote.Totals.Tax.ToString());
            account = decision.State;
        }
        // 0.066, 0.132, 0.198 rounded, less what was credited before.
        Assert.Equal(["0.07 GBP", "0.06 GBP", "0.07 GBP"], taxes);
        Assert.False(account.IsFullyCredited);
    }

    [Fact]
    public void A_price_reduction_lowers_what_later_returns_are_worth()
    {
        var reduced = Expect.Success(Account.Credited(1, CreditRequest.Of(2, Money.Parse("1.10 GBP")))).State;
        var returned = Expect.Success(reduced.Credited(2, Pieces(2, 1)));
        Assert.Equal("4.00 GBP", ((CreditNotePosted)returned.Events[0]).CreditNote.Totals.Net.ToString());
        Assert.True(Expect.Success(returned.State.Credited(3)).State.RemainingGross.IsZero);
    }

    [Fact]
    public void More_than_invoiced_is_refused()
    {
        Expect.Refused(CreditNoteErrors.ExceedsLine, Account.Credited(1, Pieces(1, 4)));
        Expect.Refused(CreditNoteErrors.ExceedsLine, Account.Credited(1, CreditRequest.Of(1, Money.Parse("1.00 GBP"))));
        var half = Expect.Success(Account.Credited(1, Pieces(2, 1))).State;
        Expect.Refused(CreditNoteErrors.ExceedsLine, half.Credited(2, Pieces(2, 2)));
        Expect.Refused(CreditNoteErrors.ExceedsLine, half.Credited(2, CreditRequest.Of(2, Money.Parse("4.56 GBP"))));
    }

    [Fact]
    public void Deductions_go_back_with_what_they_were_deducted_from()
    {
        var account = Draft().With(Line("Lamp", 1, "100.00 GBP"), Line("Old lamp taken back", -1, "20.00 GBP")).Posted();
        Expect.Refused(CreditNoteErrors.ExceedsInvoice, account.Credited(1, Pieces(1, 1)));
        Expect.Refused(CreditNoteErrors.Negative, account.Credited(1, Pieces(2, -1)));
        Assert.True(Expect.Success(account.Credited(1, Pieces(1, 1), Pieces(2, -1))).State.IsFullyCredited);
    }

    [Fact]
    public void All_findings_of_a_credit_note_come_at_once()
    {
        var refused = Account.Credit(new()
        {
            Id = default,
            Number = default,
            DocumentDate = new(2011, 1, 1),
            Reason = default,
            Lines = [Pieces(9, 1), Pieces(1, 1), Pieces(1, 1), Pieces(2, -1), new() { Line = 2 }],
        }, Clerk, Noon);
        Expect.Refused(CreditNoteErrors.Incomplete, refused);
        Expect.Refused(CreditNoteErrors.BeforeInvoice, refused);
        Expect.Refused(CreditNoteErrors.LineUnknown, refused);
        Expect.Refused(CreditNoteErrors.LineAmbiguous, refused);
        Expect.Refused(CreditNoteErrors.LineMismatch, refused);
        Assert.Equal(8, refused.Errors.Count);
    }

    [Fact]
    public void The_same_credit_note_is_not_posted_twice()
    {
        var once = Expect.Success(Account.Credited(1, Pieces(1, 1))).State;
        Expect.Refused(CreditNoteErrors.AlreadyPosted, once.Credited(1, Pieces(1, 1)));
        Expect.Refused(CreditNoteErrors.AlreadyPosted, Account.Credit(Credit(1) with { Id = Account.Id }, Clerk, Noon));
    }

    [Fact]
    public void Sending_the_same_way_again_changes_nothing()
    {
        var sent = Expect.Success(Account.Send(Channel.Email, "ap@smith.example", Clerk, Noon));
        Assert.Single(sent.Events);
        var again = Expect.Success(sent.State.Send(Channel.Email, "ap@smith.example", Clerk, Noon));
        Assert.Empty(again.Events);
        Assert.Equal(sent.State, again.State);
        Assert.Equal(2, Expect.Success(sent.State.Send(Channel.Letter, "", Clerk, Noon)).State.Sent.Count);
    }

    [Fact]
    public void A_state_that_contradicts_its_credit_notes_is_found()
    {
        var credited = Expect.Success(Account.Credited(1, Pieces(1, 1))).State;
        Expect.Found(InvoiceErrors.StateMismatch, (credited with { Credited = [] }).Check());
        Expect.Found(InvoiceErrors.StateMismatch, (credited with { Credited = [credited.Credited[0] with { Line = 7 }] }).Check());
        Expect.Found(InvoiceErrors.StateMismatch, (credited with { Credited = [credited.Credited[0] with { Quantity = Quantity.Pieces(5) }] }).Check());
    }

    [Fact]
    public void Edited_credit_notes_are_refused()
    {
        var content = ((CreditNotePosted)Expect.Success(Account.Credited(1)).Events[0]).CreditNote.Content;
        Expect.Refused(CreditNoteErrors.FiguresMismatch, CreditNote.Restore(content with { Breakdown = [content.Breakdown[0]] }));
        Expect.Refused(CreditNoteErrors.FiguresMismatch, CreditNote.Restore(content with
        {
            Breakdown = [content.Breakdown[0] with { Tax = Money.Parse("9.00 GBP") }, content.Breakdown[1]],
        }));
        Expect.Refused(CreditNoteErrors.FiguresMismatch, CreditNote.Restore(content with { FunctionalBreakdown = [] }));
        Expect.Refused(CreditNoteErrors.FiguresMismatch, CreditNote.Restore(content with { Currency = Currency.Eur }));
        Assert.Equal(content, Expect.Success(CreditNote.Restore(content)).Content);
    }

    [Fact]
    public void States_and_events_survive_json()
    {
        var sent = Expect.Success(Account.Send(Channel.Email, "ap@smith.example", Clerk, Noon));
        var credited = Expect.Success(sent.State.Credited(1, Pieces(1, 1), CreditRequest.Of(2, Money.Parse("1.00 GBP"))));
        Assert.Equal(credited.State, JsonSerializer.Deserialize<InvoiceAccount>(JsonSerializer.Serialize(credited.State, Stored), Stored));
        InvoiceEvent[] events = [new InvoicePosted { InvoiceId = Account.Id, Invoice = Account.Invoice, By = Clerk, At = Noon }, .. sent.Events, .. credited.Events];
        var read = events.Select(e => JsonSerializer.Deserialize<InvoiceEvent>(JsonSerializer.Serialize(e, Stored), Stored)!).ToArray();
        Assert.Equal(events, read);
        Assert.Equal(credited.State, InvoiceAccount.Replay(read));
    }

    [Fact]
    public void Json_of_an_edited_invoice_does_not_become_an_invoice()
    {
        var json = JsonSerializer.Serialize(Account.Invoice, Stored).Replace("0.99 GBP", "0.98 GBP", StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Invoice>(json, Stored));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CreditNote>("{}", Stored));
    }

    [Fact]
    public void An_event_of_another_invoice_is_a_bug() => Assert.Throws<ArgumentException>(() => Account.Apply(
        new InvoiceSent { InvoiceId = new("other"), Channel = Channel.Email, By = Clerk, At = Noon }));
}
